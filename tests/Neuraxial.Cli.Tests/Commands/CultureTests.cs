using System.Buffers;
using System.Globalization;
using System.Text;
using CsCheck;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>
/// The country that a machine is set to changes nothing, to the byte (HZ-10): a decimal comma, another calendar, other digits, a dotless i.
/// </summary>
public sealed class CultureTests
{
    private static readonly Lazy<(byte[] Json, byte[] Text)> Everywhere = new(() => Run("C"));

    [Theory]
    [Trait("Hazard", "HZ-10")]
    [InlineData("de_DE.UTF-8")]
    [InlineData("fr_FR.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("ar_SA.UTF-8")]
    public void The_program_prints_the_same_bytes_under_any_locale(string locale)
    {
        var (json, text) = Run(locale);
        Assert.Equal(Everywhere.Value.Json, json);
        Assert.Equal(Everywhere.Value.Text, text);
    }

    [Theory]
    [Trait("Hazard", "HZ-10")]
    [InlineData("de-DE")]
    [InlineData("fr-FR")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Plans_and_problems_are_the_same_under_any_culture(string name)
    {
        var culture = CultureInfo.GetCultureInfo(name);
        Assert.False((-1.5m).ToString(culture) == "-1.5", "the machine does not know this culture");
        Assert.Equal(Under(CultureInfo.InvariantCulture, Everything), Under(culture, Everything));
    }

    [Fact]
    [Trait("Hazard", "HZ-10")]
    public void So_are_those_of_mutants()
    {
        var culture = CultureInfo.GetCultureInfo("fa-IR");
        Mutants.Of.Sample(
            numbers =>
            {
                foreach (var utf8 in new[] { Mutants.Therapy(numbers), Mutants.Extreme(numbers) })
                {
                    Assert.Equal(Under(CultureInfo.InvariantCulture, () => Answer(utf8)), Under(culture, () => Answer(utf8)));
                }
            },
            iter: 1_000,
            print: numbers => Encoding.UTF8.GetString(Mutants.Therapy(numbers))
        );
    }

    private static (byte[] Json, byte[] Text) Run(string locale)
    {
        (string, string)[] environment = [("LANG", locale), ("LC_ALL", locale), ("LANGUAGE", locale)];
        return (
            Cli.Run(["plan", .. Examples.Files, "--format", "json"], null, environment).Done().Output,
            Cli.Run(["plan", .. Examples.Files], null, environment).Done().Output
        );
    }

    /// <summary>All that the program can say of a file.</summary>
    private static string Answer(byte[] utf8)
    {
        var reading = TherapyFile.Read(utf8, Formulary.BuiltIn);
        if (reading.Content is not { } therapy)
        {
            return string.Join('\n', reading.Problems);
        }

        var plan = Planner.Plan(therapy, Formulary.BuiltIn);
        var json = new ArrayBufferWriter<byte>();
        PlanJson.Write(plan, json, indented: true);
        Alternative.Write([Alternative.Of(plan)], json);
        var sheet = new Sheet(Sheet.PlainWidth);
        PlanPage.Write(sheet, plan);
        ComparePage.Write(sheet, [Alternative.Of(plan)]);
        return Encoding.UTF8.GetString(json.WrittenSpan) + sheet;
    }

    private static string Everything()
    {
        var all = new StringBuilder();
        foreach (var file in Examples.Files)
        {
            all.Append(Answer(File.ReadAllBytes(file)));
        }

        foreach (var value in new[] { "\"1,5 mL\"", "\"1.5 MIL\"", "\"I\"", "1.5", "\"\u0661 mL\"", "\"1\u066b5 mL\"", "\"2.5 ML\"" })
        {
            all.AppendJoin('\n', Therapies.Problems(Therapies.Continuous.With("$.fill.volume", value).With("$.route", "\"\u0130NTRATHECAL\"")));
        }

        return all.ToString();
    }

    private static string Under(CultureInfo culture, Func<string> work)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            return work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
