using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>Totals, powders, diluents, the register, and the alternative that allows for the residual.</summary>
public sealed class WorksheetTests
{
    private const string Morphine = "morphine 10 mg/mL from morphine-kalceks-30mg-ml-uk";

    [Theory]
    [InlineData(null, null, "20 mL", "200 mg")]
    [InlineData("2 mL", null, "22 mL", "220 mg")]
    [InlineData(null, "0.5 mL", "20.5 mL", "205 mg")]
    [InlineData("2 mL", "0.5 mL", "22.5 mL", "225 mg")]
    public void Overfill_and_dead_space_are_made_too(string? overfill, string? deadSpace, string total, string mass)
    {
        (string, string?)[] changes =
        [
            .. overfill is null ? Array.Empty<(string, string?)>() : [("fill.overfill", overfill)],
            .. deadSpace is null ? Array.Empty<(string, string?)>() : [("fill.deadSpace", deadSpace)],
        ];
        var plan = Sheets.Plan(Morphine, "20 mL", changes);
        Assert.Equal((total, total), (plan.Compounding.Total.ToString(), plan.Worksheet().Total.ToString()));
        Assert.Equal($"morphine {mass}", plan.Worksheet().Parts[0].Masses.Text());
    }

    [Theory]
    // The usual 1 mL; 100 mg are dissolved in no less; 500 mg take 5 mL at 100 mg/mL (M6).
    [InlineData("diamorphine 1 mg/mL from diamorphine-powder-5mg-uk", "4 x 1 mL: 4 mL, diamorphine 20 mg; diluent 16 mL")]
    [InlineData(
        "diamorphine 5 mg/mL from diamorphine-powder-30mg-uk",
        "4 x 1 mL: 3.3333333333333333333333333333 mL, diamorphine 100 mg; diluent 16.666666666666666666666666667 mL"
    )]
    [InlineData("diamorphine 25 mg/mL from diamorphine-powder-500mg-uk", "1 x 5 mL: 5 mL, diamorphine 500 mg; diluent 15 mL")]
    // 200 mg from ampoules of 5 mg in 1 mL would be 40 mL. Made up to 0.2 mL, the least that is measured, they are 8 mL of 25 mg/mL.
    [InlineData("diamorphine 10 mg/mL from diamorphine-powder-5mg-uk", "40 x 0.2 mL: 8 mL, diamorphine 200 mg; diluent 12 mL")]
    public void Powder_is_made_up_to_a_volume(string drugs, string sheet) => Assert.Equal(sheet, Sheets.Plan(drugs).Worksheet().Text());

    [Theory]
    [InlineData("5 mg/mL", false)]
    [InlineData("4.99 mg/mL", true)]
    [Trait("Hazard", "HZ-12")]
    public void What_powder_displaces_is_said_to_be_unknown_where_part_of_it_is_left(string concentration, bool said)
    {
        var plan = Sheets.Plan($"diamorphine {concentration} from diamorphine-powder-100mg-uk");
        Assert.Equal(said, plan.Findings.Any(finding => finding.Kind == FindingKinds.CompoundingPowder && finding.Severity == Severity.Unknown));
    }

    [Theory]
    // Named or chosen products as they are need none.
    [InlineData("baclofen 2000 ug/mL from baclofen-2mg-ml-uk", null, "synchromed-ii-20", null)]
    [InlineData("baclofen 500 ug/mL from baclofen-2mg-ml-uk", "sodium-chloride-0.9", "synchromed-ii-20", null)]
    [InlineData("baclofen 500 ug/mL from baclofen-2mg-ml-uk", null, "synchromed-ii-20", "compounding-diluent-unknown Unknown")]
    // Glucose: its freedom from preservatives is to be checked.
    [InlineData("diamorphine 1 mg/mL from diamorphine-powder-5mg-uk", "glucose-5", "cadd-legacy", "compounding-diluent-unknown Unknown")]
    [InlineData("ziconotide 25 ug/mL from ziconotide-25ug-ml-uk", "glucose-5", "cadd-legacy", null)]
    [Trait("Hazard", "HZ-17")]
    public void The_diluent_is_looked_at_where_one_is_needed(string drugs, string? diluent, string pump, string? findings)
    {
        var plan = Sheets.Plan(drugs, "20 mL", ("infusate.diluent", diluent), ("pump.model", pump));
        Assert.Equal(
            findings ?? "",
            string.Join(
                ", ",
                plan.Findings.Where(finding => finding.Kind.Code.StartsWith("compounding-diluent", StringComparison.Ordinal))
                    .Select(finding => $"{finding.Kind.Code} {finding.Severity}")
            )
        );
    }

    [Theory]
    // Opioids of schedule 2, with their balance; nothing else has a line.
    [InlineData(
        "morphine 10 mg/mL from morphine-kalceks-30mg-ml-uk, bupivacaine 2 mg/mL from bupivacaine-accord-5mg-ml-uk",
        "morphine UK schedule 2 [recalled], 7: 210 mg opened = 200 mg used + 10 mg wasted"
    )]
    [InlineData(
        "fentanyl 10 ug/mL from fentanyl-50ug-ml-uk",
        "fentanyl UK schedule 2 [recalled], 1: 500 microgram opened = 200 microgram used + 300 microgram wasted"
    )]
    [InlineData(
        "hydromorphone 1 mg/mL from 10 mg/mL",
        "hydromorphone UK schedule 2 [recalled], not known: not known opened = 20 mg used + not known wasted"
    )]
    [InlineData("baclofen 500 ug/mL from baclofen-2mg-ml-uk", "")]
    [InlineData("buprenorphine 15 ug/mL from 300 ug/mL", "")]
    // 20 mL x 15 ug/mL from 30 mg/mL: 0.01 mL, two tenfold steps; all that is opened and not used is wasted, the dilutions included.
    [InlineData(
        "morphine 15 ug/mL from morphine-kalceks-30mg-ml-uk",
        "morphine UK schedule 2 [recalled], 1: 30 mg opened = 300 microgram used + 29.7 mg wasted"
    )]
    public void The_register_balances(string drugs, string lines) =>
        Assert.Equal(
            lines,
            string.Join(
                "; ",
                Sheets
                    .Plan(drugs)
                    .Worksheet()
                    .Register.Select(line =>
                        $"{line.Drug} {line.Schedule}, {line.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not known"}: {line.Balance.Replace('\u00a0', ' ')}"
                    )
            )
        );

    /// <summary>
    /// SynchroMed II: up to 1.4 mL of the old infusate stays. Filled with 18.6 mL, 20 mL in all. Old 2,000, wanted 500 microgram/mL: filled with 500 it becomes
    /// (1.4 x 2000 + 18.6 x 500) / 20 = 605; to become 500: (20 x 500 - 1.4 x 2000) / 18.6 = 7200 / 18.6.
    /// </summary>
    [Fact]
    [Trait("Hazard", "HZ-12")]
    [Trait("Hazard", "HZ-15")]
    public void The_alternative_makes_the_blend_what_is_prescribed()
    {
        var plan = Changed("baclofen 500 ug/mL from baclofen-2mg-ml-uk", "baclofen 2000 ug/mL");
        Assert.Equal("605 ug/mL", Assert.Single(plan.Mixing!.Drugs).Mixed.ToString());
        var alternative = plan.Compounding.Compensated!;
        Amount.IsExactly("7200/18.6 ug/mL", Assert.Single(alternative.Drugs).Strength.ToString());
        Amount.IsExactly(
            "500 ug/mL",
            Reservoir
                .Blend(alternative.Residual, Sheets.Concentration("2000 ug/mL"), plan.Therapy.Fill.Volume, alternative.Drugs[0].Strength)
                .ToString()
        );
        // 7200 ug/mL / 18.6 x 18.6 mL = 7.2 mg, 3.6 mL of 2 mg/mL
        Amount.IsExactly("3.6 mL", Assert.Single(alternative.Worksheet!.Parts).Volume.ToString());
        Amount.IsExactly("15 mL", alternative.Worksheet.Diluent.Volume.ToString());
        // The prescription itself is made as prescribed: 9.3 mg, 4.65 mL.
        Assert.Equal("1 x 5 mL: 4.65 mL, baclofen 9.3 mg; diluent 13.95 mL", plan.Worksheet().Text());
    }

    [Theory]
    // 1.4 mL of 2,000 bring 2.8 mg into 20 mL: 140 microgram/mL. Just that much is wanted: filled with none at all. Less cannot be had.
    [InlineData("baclofen 140 ug/mL from baclofen-2mg-ml-uk", "baclofen 2000 ug/mL", "baclofen 0 ug/mL")]
    [InlineData("baclofen 139 ug/mL from baclofen-2mg-ml-uk", "baclofen 2000 ug/mL", null)]
    // A drug that is left out stays in, whatever is filled.
    [InlineData("morphine 10 mg/mL from morphine-kalceks-30mg-ml-uk", "baclofen 2000 ug/mL", null)]
    // A stronger one: (20 x 10 - 1.4 x 5) / 18.6 = 193 / 18.6
    [InlineData("morphine 9.3 mg/mL from morphine-kalceks-30mg-ml-uk", "morphine 0 mg/mL", "morphine 10 mg/mL")]
    public void The_alternative_is_none_where_the_old_infusate_brings_too_much(string drugs, string old, string? filled)
    {
        var plan =
            old == "morphine 0 mg/mL" ? Changed(drugs + ", baclofen 140 ug/mL from baclofen-2mg-ml-uk", "baclofen 2000 ug/mL") : Changed(drugs, old);
        Assert.Equal(filled, plan.Compounding.Compensated?.Drugs.Take(1).Text());
        Assert.Equal(filled is null, plan.Compounding.NotCompensated is not null);
    }

    [Fact]
    public void There_is_no_alternative_where_nothing_mixes()
    {
        var compounding = Sheets.Plan(Morphine).Compounding;
        Assert.Null(compounding.Compensated);
        Assert.Null(compounding.NotCompensated);
    }

    private static Plan Changed(string drugs, string old)
    {
        var words = old.Split(' ', 2);
        return Sheets.Plan(
            drugs,
            "18.6 mL",
            ("previous.infusate", $$"""{ "drugs": [{ "drug": "{{words[0]}}", "concentration": "{{words[1]}}" }] }"""),
            ("previous.program", """{ "mode": "continuous", "rate": "0.4 mL/d" }""")
        );
    }
}
