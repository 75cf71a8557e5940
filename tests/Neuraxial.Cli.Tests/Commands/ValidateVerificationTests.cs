using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>The verification as a user asks for it.</summary>
public sealed class ValidateVerificationTests
{
    [Fact]
    public void The_page_says_how_many_values_are_held_and_shows_each_beside_the_printed_one()
    {
        var ran = Cli.Run("validate", "--verification").Done();
        Assert.Matches(@"Held +(\d+) of \1 values within their bounds", ran.Text);
        Assert.Contains("at 10 cm   11.7463", ran.Text, StringComparison.Ordinal);
        Assert.Contains("V11", ran.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_json_holds_every_value_unrounded()
    {
        var ran = Cli.Run("validate", "--verification", "--format", "json").Done();
        using var json = JsonDocument.Parse(ran.Text);
        Assert.True(json.RootElement.GetProperty("held").GetBoolean());
        var first = json.RootElement.GetProperty("problems")[0];
        Assert.Equal("V1", first.GetProperty("id").GetString());
        Assert.Equal(2, first.GetProperty("order").GetDouble(), 0.05);
        var value = first.GetProperty("values")[0];
        Assert.Equal(40.7169, value.GetProperty("printed").GetDouble());
        Assert.Equal(40.7169, value.GetProperty("exact").GetDouble(), 1e-4);
        Assert.Equal(40.7169, value.GetProperty("found").GetDouble(), 0.04);
    }

    /// <summary>Nothing fails as it is built: a missed value is shown on a page made for it.</summary>
    [Fact]
    public void A_value_that_is_missed_stands_first_and_beside_its_row()
    {
        var sheet = new Sheet(Sheet.PlainWidth);
        VerificationPage.Write(sheet, [new("V1", "Pulse", "1 mg", [new("at 0 cm", 2m, 2, 2.1, 0.05, 1e-3), new("at 5 cm", 1m, 1, 1, 0, 1e-3)], 2)]);
        var page = sheet.ToString();
        Assert.Contains("1 of 2 values", page, StringComparison.Ordinal);
        Assert.Contains("MISSED   V1 Pulse: at 0 cm", page, StringComparison.Ordinal);
        Assert.Matches(@"at 0 cm +2 +2 +2\.1 +5\u00a0% +0\.1\u00a0% +2\.00 +MISSED", page);
    }
}
