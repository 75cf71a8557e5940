using System.Buffers;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>Plans side by side: how long each lasts, and how many visits a year that is.</summary>
public sealed class AlternativeTests
{
    private const string WithDemand =
        """{ "mode": "continuous", "rate": "0.4 mL/d", "demand": { "dose": "0.5 mg", "duration": "1 min", "lockout": "4 h" } }""";

    /// <summary>20 mL less 2 mL at the alarm are 18 mL: at 0.4 mL/d 45 d, and 365.25 / 45 = 8.1167 visits.</summary>
    [Fact]
    public void Visits_a_year_are_the_days_of_a_year_by_the_days_of_a_fill()
    {
        var alternative = Alternative.Of(Plans.Of(("pump.lowReservoir", "2 mL")));
        Assert.Equal(45m, alternative.Lasts!.Value.InDays());
        Assert.Equal(8.1167m, decimal.Round(alternative.VisitsPerYear!.Value, 4));
    }

    /// <summary>Six boluses of 0.05 mL a day make 0.7 mL/d of 0.4: 18 mL last 25.7 d if all are taken.</summary>
    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void Demand_boluses_are_all_taken()
    {
        var alternative = Alternative.Of(Plans.Of(("pump.lowReservoir", "2 mL"), ("program", WithDemand)));
        Assert.InRange(alternative.Lasts!.Value.InDays(), 25.5m, 25.8m);
    }

    /// <summary>45 d after 24 November is 8 January; nobody knows the catheter, nor therefore how late the drug comes.</summary>
    [Theory]
    [InlineData("therapy", "test")]
    [InlineData("pump", "synchromed-ii-20")]
    [InlineData("mode", "continuous")]
    [InlineData("rate", "0.4 mL/d")]
    [InlineData("volume", "20 mL")]
    [InlineData("lasts", "45 d")]
    [InlineData("refillBy", "2027-01-08T10:00:00Z")]
    [InlineData("reason", "volume")]
    [InlineData("delay", null)]
    public void Each_is_written_with_what_a_reader_weighs(string member, string? value) =>
        Assert.Equal(value, Written().GetProperty(member).GetString());

    [Fact]
    public void Findings_are_counted_by_how_grave_they_are()
    {
        var plan = Plans.Of(("pump.lowReservoir", "2 mL"));
        Assert.All(
            Written().GetProperty("findings").EnumerateObject(),
            counted => Assert.Equal(plan.Findings.Count(finding => finding.SeverityWord == counted.Name), counted.Value.GetInt32())
        );
        Assert.Equal(plan.Findings.Count, Written().GetProperty("findings").EnumerateObject().Sum(counted => counted.Value.GetInt32()));
    }

    private static JsonElement Written()
    {
        var output = new ArrayBufferWriter<byte>();
        Alternative.Write([Alternative.Of(Plans.Of(("pump.lowReservoir", "2 mL")))], output);
        using var document = JsonDocument.Parse(output.WrittenMemory);
        return document.RootElement[0].Clone();
    }
}
