using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial compare FILE FILE…</c>: alternatives side by side, in the order in which they are given.</summary>
public sealed class CompareCommandTests
{
    public static TheoryData<string> Names => [.. Examples.Names];

    [Fact]
    public void Every_example_can_be_compared_with_others_in_text_and_JSON()
    {
        foreach (var files in Examples.Files.Chunk(12))
        {
            var names = files.Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
            var json = Cli.Run(["compare", .. files, "--format", "json"]).Done().Json();
            Assert.Equal(names, json.EnumerateArray().Select(one => one.GetProperty("therapy").GetString()), StringComparer.Ordinal);
            var text = Cli.Run(["compare", .. files]).Done().Text;
            Assert.All(names, name => Assert.Contains(name, text, StringComparison.Ordinal));
        }
    }

    /// <summary>What is compared is what the plans say, all demand boluses taken.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Every_number_is_that_of_the_plan(string name)
    {
        var plan = Examples.Plan(name);
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        Alternative.Write([Alternative.Of(plan)], buffer);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        var one = document.RootElement[0];
        Assert.Equal(plan.Therapy.Pump.Model.Id, one.GetProperty("pump").GetString());
        Assert.Equal(plan.Therapy.Program.Mode, one.GetProperty("mode").GetString());
        Assert.Equal(plan.Program.Mean.ToString(), one.GetProperty("rate").GetString());
        Assert.Equal(plan.Therapy.Fill.Volume.ToString(), one.GetProperty("volume").GetString());
        Assert.Equal(
            plan.Program.Maximum.Select(dose => $"{dose.Drug.Id} {dose.Dose}"),
            one.GetProperty("maximum")
                .EnumerateArray()
                .Select(dose => $"{dose.GetProperty("drug").GetString()} {dose.GetProperty("dose").GetString()}"),
            StringComparer.Ordinal
        );
        var by = plan.RefillWithAll.RefillBy!.Value;
        Assert.Equal(DateText.Write(by), one.GetProperty("refillBy").GetString());
        var lasts = QuantityText.ParseDuration(one.GetProperty("lasts").GetString()!).Value;
        Assert.Equal(by - plan.Therapy.Fill.Instant, lasts);
        Assert.Equal((decimal)(365.25 / lasts.TotalDays), one.GetProperty("visitsPerYear").GetDecimal(), 9);
        Assert.Equal(plan.Findings.Count, one.GetProperty("findings").EnumerateObject().Sum(count => count.Value.GetInt32()));
    }

    [Fact]
    public void A_blocked_alternative_is_shown_beside_the_others_and_exits_with_1()
    {
        using var folder = new TemporaryFolder();
        var overfilled = folder.File("overfilled.json", Therapies.Continuous.With("$.fill.volume", "\"21 mL\""));
        var ran = Cli.Run("compare", Examples.Files[0], overfilled, "--format", "json").Done(ExitCode.Blocked);
        Assert.Equal(1, ran.Json()[1].GetProperty("findings").GetProperty("block").GetInt32());
    }

    [Fact]
    public void A_service_s_formulary_counts_for_all()
    {
        var file = Examples.File("cancer-intrathecal-implanted");
        var json = Cli.Run("compare", file, file, "--format", "json", "--formulary", Examples.Service).Done().Json();
        Assert.All(json.EnumerateArray(), one => Assert.Equal("2027-01-08T10:00:00Z", one.GetProperty("refillBy").GetString()));
    }

    [Fact]
    public void More_than_twelve_do_not_fit_side_by_side() =>
        Assert.NotEmpty(Cli.Run(["compare", .. Enumerable.Repeat(Examples.Files[0], 13)]).Unusable().ErrorLines);
}
