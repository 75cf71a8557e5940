using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>
/// Three plans as they are printed, to the character: an external pump with demand boluses, an implanted one with a bridge, steps through the day. Each file
/// was read line by line and its numbers checked by hand. A change that is meant is renewed with NEURAXIAL_RENEW_GOLDEN=1, and read again before it is kept.
/// </summary>
public sealed class GoldenTests
{
    private const string Renew = "NEURAXIAL_RENEW_GOLDEN";

    [Theory]
    [InlineData("cancer-intrathecal-external")]
    [InlineData("cancer-intrathecal-implanted")]
    [InlineData("baclofen-flex")]
    public void A_plan_is_printed_as_it_was_read_and_found_right(string name)
    {
        // The sum changes with every figure of the data, most of which no plan uses.
        var printed = Cli.Run("plan", Examples.File(name)).Done().Text;
        Assert.Contains(Formulary.BuiltIn.Sha256, printed, StringComparison.Ordinal);
        printed = printed.Replace(Formulary.BuiltIn.Sha256, "(sum of the data)", StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(Renew) is "1")
        {
            File.WriteAllText(Path.Combine(SourceFolder(), name + ".txt"), printed, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        var golden = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".txt"), Encoding.UTF8).ReplaceLineEndings("\n");
        Assert.True(
            golden == printed,
            $"{FirstDifference(golden, printed)}\nIf that is meant: {Renew}=1 dotnet test --project tests/Neuraxial.Cli.Tests, then read the difference in Golden."
        );
    }

    private static string FirstDifference(string golden, string printed)
    {
        var (one, other) = (golden.Split('\n'), printed.Split('\n'));
        var line = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Line {line + 1}\nwas  {one.ElementAtOrDefault(line)}\nis   {other.ElementAtOrDefault(line)}";
    }

    private static string SourceFolder([CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "Golden");
}
