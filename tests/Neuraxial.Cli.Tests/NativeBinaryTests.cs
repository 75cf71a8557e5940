using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>What is compiled ahead and trimmed says the same, to the byte, as what every other test runs.</summary>
public sealed class NativeBinaryTests(NativeBinary native) : IClassFixture<NativeBinary>
{
    public static TheoryData<string> Lines =>
        [
            .. Examples.Names.SelectMany(name => new[] { $"plan {name}", $"plan {name} --format json" }),
            "plan cancer-intrathecal-implanted --formulary service --format json",
            "compare cancer-intrathecal-external cancer-intrathecal-implanted",
            "compare cancer-intrathecal-external cancer-intrathecal-implanted --format json",
            "calc bridge --old 25ug/mL",
            "calc rate --dose 100~ug/d --concentration 10~mg/mL",
            "calc rate --dose 100~ug/d --concentration 10~mg/mL --format json",
            "formulary",
            "formulary morphine",
            "formulary --section stability --format json",
            "pumps",
            "pumps synchromed-ii-40 --format json",
            "schema therapy",
            "schema formulary",
            "--help",
            "plan --nonsense",
            "plan nothing.json",
        ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_native_binary_answers_as_the_program_does(string line)
    {
        string[] arguments = [.. line.Split(' ').Select(Argument)];
        var expected = Cli.Run(arguments);
        var actual = native.Run(arguments);
        Assert.Equal(expected.Output, actual.Output);
        Assert.Equal(expected.Error, actual.Error);
        Assert.Equal(expected.Exit, actual.Exit);
    }

    private static string Argument(string word) =>
        word is "service" ? Examples.Service
        : Examples.Names.Contains(word) ? Examples.File(word)
        : word.Replace('~', ' ');
}
