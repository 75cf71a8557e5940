using System.Text.Json;
using Xunit;

namespace Neuraxial.Papers.Tests;

/// <summary>Each line of arithmetic on paper is worked out again from what is printed, and each number of the prescription has such a line.</summary>
public sealed class WorkingTests
{
    public static TheoryData<string> Names => [.. Printed.Names];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-13")]
    [Trait("Hazard", "HZ-09")]
    public void Every_calculation_on_paper_holds_by_its_printed_numbers_and_units(string name)
    {
        var lines = Printed.Example(name).Page.QuerySelectorAll(".working").Select(Printed.Words).ToList();
        Assert.True(lines.Count >= 10, $"{name} prints hardly any calculation");
        var faults = lines
            .Where(line => PrintedCalculation.Fault(line) is not null)
            .Select(line => $"{line}: {PrintedCalculation.Fault(line)}")
            .ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Hazard", "HZ-03")]
    [Trait("Hazard", "HZ-04")]
    public void Every_number_of_the_prescription_is_in_the_therapy_file_or_comes_out_of_a_printed_calculation(string name)
    {
        var printed = Printed.Example(name);
        var section = printed.Section("prescription");
        var results = section.QuerySelectorAll(".working b").Select(Printed.Words).ToHashSet(StringComparer.Ordinal);
        var worked = section.QuerySelectorAll(".amount.worked").Select(Printed.Words).ToList();
        Assert.NotEmpty(worked);
        Assert.All(worked, amount => Assert.Contains(amount, results));

        var given = section.QuerySelectorAll(".amount.given").Select(Printed.Words).ToList();
        var file = Quantities(JsonDocument.Parse(printed.File).RootElement).Select(Printed.Plain).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(given);

        // A rate follows from a dose, and a volume from a mass, where the file gives those: then the strength is beside it, and the doses below give the file's back.
        var fromDose = file.Any(amount => amount.Contains("rate:", StringComparison.Ordinal));
        Assert.All(given, amount => Assert.True(fromDose || file.Contains(amount), $"{name}: {amount} is not in the file"));
        Assert.All(Dose(printed), dose => Assert.Contains(dose, results));
    }

    [Theory]
    [InlineData("10 mg per mL × 0.2 mL per day = 2 mg per day", null)]
    [InlineData("10 mg per mL × 0.2 mL per day = 20 mg per day", "does not hold exactly")]
    [InlineData("10 mg per mL × 0.2 mL per day = 2 mg per hour", "does not hold exactly with units")]
    [InlineData("10 mg per mL × 0.2 mL per day = 2 mg", "is Mt on the left")]
    [InlineData("0.5 mg per mL × 0.2 mL per day = 0.1 microgram per day", "does not hold exactly with units")]
    [InlineData("(40 mL − 2 mL) ÷ 0.2 mL per day = 190 days", null)]
    [InlineData("(40 mL − 2 mL) ÷ 0.2 mL per day = 180 days", "does not hold exactly")]
    [InlineData("0.2 mL per day ÷ 24 hours per day ≈ 0.0083333 mL per hour", null)]
    [InlineData("0.2 mL per day ÷ 24 hours per day ≈ 0.0083444 mL per hour", "within its rounding")]
    [InlineData("0.2 mL per day ÷ 24 hours per day = 0.0083333 mL per hour", "does not hold exactly")]
    [InlineData("(1.4 mL × 20 mg per mL + 40 mL × 10 mg per mL) ÷ (1.4 mL + 40 mL) ≈ 10.338 mg per mL", null)]
    [InlineData("24-Nov-2026 10:00 + 191.55 days = 03-Jun-2027 23:12", null)]
    [InlineData("24-Nov-2026 10:00 + 191.55 days = 04-Jun-2027 23:12", "minutes later")]
    [InlineData("earliest of 03-Jun-2027 23:12, 22-Feb-2027 10:00 = 22-Feb-2027 10:00", null)]
    [InlineData("earliest of 03-Jun-2027 23:12, 22-Feb-2027 10:00 = 03-Jun-2027 23:12", "is not the earliest")]
    public void The_check_above_finds_what_is_wrong(string line, string? fault)
    {
        var found = PrintedCalculation.Fault(line);
        Assert.Equal(fault is null, found is null);
        Assert.Contains(fault ?? "", found ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_example_shows_the_steps_of_its_bridge_and_of_its_dates()
    {
        // Worked out by hand: 0.140 mL of tubing + 0.17 mL of catheter; 2 mg per day / 20 mg per mL; pumps D7. Then (40 - 2 - 0.31) / 0.2 days after 74.4 hours.
        var lines = Printed.Example("cancer-intrathecal-implanted").Page.QuerySelectorAll(".working").Select(Printed.Words);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "0.14 mL + 0.17 mL = 0.31 mL",
                "2 mg per day ÷ 20 mg per mL = 0.1 mL per day",
                "0.31 mL ÷ 0.1 mL per day × 24 hours per day = 74.4 hours",
                "0.31 mL × 10 mg per mL = 3.1 mg",
                "0.31 mL × 20 mg per mL = 6.2 mg",
                "20 mg per mL × 0.2 mL per day = 4 mg per day",
                "0.31 mL ÷ 0.2 mL per day × 24 hours per day = 37.2 hours",
                "40 mL − 2 mL − 0.31 mL = 37.69 mL",
                "37.69 mL ÷ 0.2 mL per day = 188.45 days",
                "24-Nov-2026 10:00 + 191.55 days = 03-Jun-2027 23:12",
                "24-Nov-2026 10:00 + 90 days = 22-Feb-2027 10:00",
            },
            lines.ToHashSet(StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Dose(Printed printed) => printed.Plan.Program.Basal.Select(dose => Printed.Plain(Display.Of(dose)));

    /// <summary>Every quantity of a file as paper prints it, in each way in which it may.</summary>
    private static IEnumerable<string> Quantities(JsonElement element, string member = "")
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                return element
                    .EnumerateObject()
                    .SelectMany(each => Quantities(each.Value, each.Name == "rate" && element.TryGetProperty("drug", out _) ? "rate:" : each.Name));
            case JsonValueKind.Array:
                return element.EnumerateArray().SelectMany(each => Quantities(each, member));
            case JsonValueKind.String:
                return Shown(element.GetString()!, member);
            default:
                return [];
        }
    }

    private static IEnumerable<string> Shown(string text, string member)
    {
        if (member is "rate:" || (QuantityText.Parse<Mass>(text).Succeeded && member is "bolus" or "dose"))
        {
            yield return "rate:" + text;
        }

        if (text.EndsWith(" %", StringComparison.Ordinal))
        {
            // 1 % of a local anaesthetic is 10 mg per mL.
            var percent = decimal.Parse(text[..^2], System.Globalization.CultureInfo.InvariantCulture);
            yield return Display.Of(Concentration.FromMilligramsPerMillilitre(10m * percent));
        }

        if (QuantityText.Parse<Concentration>(text) is { Succeeded: true } concentration)
        {
            yield return Display.Of(concentration.Value);
            yield return Display.Of(concentration.Value, inMicrograms: true);
        }

        if (QuantityText.Parse<Volume>(text) is { Succeeded: true } volume)
        {
            yield return Display.Of(volume.Value);
        }

        if (QuantityText.Parse<FlowRate>(text) is { Succeeded: true } flow)
        {
            yield return Display.Of(flow.Value);
            yield return Display.PerHour(flow.Value);
        }

        if (QuantityText.ParseDuration(text) is { Succeeded: true } duration)
        {
            yield return Display.Of(duration.Value);
        }
    }
}
