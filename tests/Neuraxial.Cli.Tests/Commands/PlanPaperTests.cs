using System.Security.Cryptography;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial plan FILE --format html</c>: the paper on standard output, with the exit codes of every plan.</summary>
public sealed class PlanPaperTests
{
    public static TheoryData<string> Names => [.. Examples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_example_is_written_as_one_document(string name)
    {
        var text = Cli.Run("plan", Examples.File(name), "--format", "html").Done().Text;
        Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
        Assert.Contains($"<h1>{name}</h1>", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Hazard", "HZ-28")]
    public void The_hash_on_it_is_that_of_the_file_byte_for_byte_wherever_the_file_came_from()
    {
        var file = Examples.Files[0];
        var sum = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));
        var text = Cli.Run("plan", file, "--format", "html").Done().Text;
        Assert.Contains($"Therapy file {sum[..12]}", text, StringComparison.Ordinal);
        Assert.Equal(text, Cli.Run(["plan", "-", "--format", "html"], File.ReadAllBytes(file)).Done().Text);

        // A space more is another file.
        var other = Cli.Run(["plan", "-", "--format", "html"], [.. File.ReadAllBytes(file), (byte)' ']).Done().Text;
        Assert.DoesNotContain($"Therapy file {sum[..12]}", other, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blocked_plan_is_written_in_full_and_exits_with_1()
    {
        using var folder = new TemporaryFolder();
        var overfilled = folder.File("overfilled.json", Therapies.Continuous.With("$.fill.volume", "\"21 mL\""));
        var text = Cli.Run("plan", overfilled, "--format", "html").Done(ExitCode.Blocked).Text;
        Assert.Contains("This plan must not run", text, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_used_gives_its_problems_and_no_paper()
    {
        using var folder = new TemporaryFolder();
        var broken = folder.File("broken.json", Therapies.Continuous.With("$.fill.volume", "\"20\""));
        Cli.Run("plan", broken, "--format", "html").Unusable($"{broken}: $.fill.volume: '20' has no unit; expected a volume such as '1.5 mL'");
    }

    [Fact]
    public void One_paper_is_of_one_therapy()
    {
        const string Refused = "neuraxial plan: --format html makes the paper of one therapy; give one FILE; see 'neuraxial plan --help'";
        Cli.Run("plan", Examples.Files[0], Examples.Files[1], "--format", "html").Unusable(Refused);
        Cli.Run(["plan", "--lines", "--format", "html"], []).Unusable(Refused);
    }

    [Fact]
    public void A_service_s_formulary_is_named_on_it()
    {
        var text = Cli.Run("plan", Examples.File("cancer-intrathecal-implanted"), "--format", "html", "--formulary", Examples.Service).Text;
        Assert.Contains("+example-1", text, StringComparison.Ordinal);
    }
}
