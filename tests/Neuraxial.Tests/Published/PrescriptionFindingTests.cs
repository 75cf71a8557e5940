using Neuraxial.Tests.Checks;
using NodaTime;
using Xunit;

namespace Neuraxial.Tests.Published;

/// <summary>
/// What the notes of the published prescriptions (formulary reference, part 8) say that a checker must find: the rules that they trip, and those that they
/// stay just inside.
/// </summary>
public sealed class PrescriptionFindingTests
{
    /// <summary>Case; profile; mixture; flow; rule; answer. All run already, so that no start is judged.</summary>
    public static TheoryData<string, string, string, string, string, string> Running { get; } =
        new()
        {
            { "P1 A", "external-cancer", "bupivacaine 1 mg/mL, morphine 1 mg/mL", "0.3 mL/h", "R3-external-cancer", "-" },
            { "P1 A", "external-cancer", "bupivacaine 1 mg/mL, morphine 1 mg/mL", "0.3 mL/h", "R6-external-cancer", "-" },
            { "P1 B trips R3 soft", "external-cancer", "bupivacaine 2 mg/mL, morphine 1.33 mg/mL", "0.6 mL/h", "R3-external-cancer", "confirm" },
            { "P1 B is just under R6", "external-cancer", "bupivacaine 2 mg/mL, morphine 1.33 mg/mL", "0.6 mL/h", "R6-external-cancer", "-" },
            { "P2, half of them", "external-cancer", "bupivacaine 2 mg/mL", "0.62 mL/h", "R6-external-cancer", "-" },
            { "P2, 60 mg", "external-cancer", "bupivacaine 2.5 mg/mL", "1 mL/h", "R6-external-cancer", "confirm" },
            { "P2, 305 mg", "external-cancer", "bupivacaine 5 mg/mL", "61 mL/d", "R6-external-cancer", "confirm, two persons" },
            { "P2, morphine 25 mg", "external-cancer", "morphine 2.5 mg/mL", "10 mL/d", "R3-external-cancer", "confirm, two persons" },
            {
                "P3, 47.5 mg of bupivacaine",
                "external-cancer",
                "morphine 0.5 mg/mL, bupivacaine 4.75 mg/mL",
                "10 mL/d",
                "R6-external-cancer",
                "confirm"
            },
            { "P3, 5 mg of morphine", "external-cancer", "morphine 0.5 mg/mL, bupivacaine 4.75 mg/mL", "10 mL/d", "R3-external-cancer", "-" },
            { "P4, base", "external-cancer", "morphine 0.5 mg/mL, bupivacaine 4.75 mg/mL", "0.2 mL/h", "R6-external-cancer", "-" },
            { "P6", "implanted-cancer", "morphine 1.2 mg/mL", "0.5 mL/d", "R3-implanted-cancer", "-" },
            { "P8, 0.5 microgram is under the floor", "implanted-noncancer", "ziconotide 25 ug/mL", "0.02 mL/d", "R23", "block" },
            { "P8, diluted it breaks R11", "implanted-noncancer", "ziconotide 5 ug/mL", "0.1 mL/d", "R11-implanted", "confirm" },
            { "P8, diluted it is above the floor", "implanted-noncancer", "ziconotide 5 ug/mL", "0.1 mL/d", "R23", "-" },
            { "P9, 30 microgram an hour", "epidural-cancer", "clonidine 100 ug/mL", "0.3 mL/h", "F5-clonidine-epidural", "-" },
            { "P9, 100 microgram per mL", "epidural-cancer", "clonidine 100 ug/mL", "0.3 mL/h", "F6-clonidine-epidural", "-" },
            { "P12, 168 mg", "epidural-postoperative", "levobupivacaine 1 mg/mL, sufentanil 1 ug/mL", "7 mL/h", "R16-daily-levobupivacaine", "-" },
            { "P14 A, 384 mg, near 400", "epidural-postoperative", "bupivacaine 2 mg/mL", "8 mL/h", "R16-daily-bupivacaine", "-" },
            { "P14 A, a little faster", "epidural-postoperative", "bupivacaine 2 mg/mL", "8.34 mL/h", "R16-daily-bupivacaine", "block" },
            { "P14 B", "epidural-postoperative", "bupivacaine 2 mg/mL, morphine 50 ug/mL", "4 mL/h", "R16-daily-bupivacaine", "-" },
            { "P16 by the hour", "epidural-postoperative", "levobupivacaine 1.25 mg/mL", "15 mL/h", "R16-hourly-levobupivacaine", "-" },
            { "P16 by the day", "epidural-postoperative", "levobupivacaine 1.25 mg/mL", "15 mL/h", "R16-daily-levobupivacaine", "block" },
            {
                "P17 fails R11",
                "implanted-cancer",
                "morphine 3.5 mg/mL, ropivacaine 7.5 mg/mL, ziconotide 1 ug/mL",
                "1 mL/d",
                "R11-implanted",
                "confirm"
            },
            {
                "P17, external",
                "external-cancer",
                "morphine 3.5 mg/mL, ropivacaine 7.5 mg/mL, ziconotide 1 ug/mL",
                "1 mL/d",
                "R11-external",
                "confirm"
            },
            {
                "P18, midazolam",
                "implanted-cancer",
                "morphine 15.5 mg/mL, bupivacaine 6.25 mg/mL, clonidine 150 ug/mL, midazolam 2 mg/mL",
                "0.4 mL/d",
                "midazolam",
                "confirm"
            },
            {
                "P18, morphine 6.2 mg",
                "implanted-cancer",
                "morphine 15.5 mg/mL, bupivacaine 6.25 mg/mL, clonidine 150 ug/mL, midazolam 2 mg/mL",
                "0.4 mL/d",
                "R3-implanted-cancer",
                "-"
            },
            {
                "P18, clonidine 60 microgram",
                "implanted-cancer",
                "morphine 15.5 mg/mL, bupivacaine 6.25 mg/mL, clonidine 150 ug/mL, midazolam 2 mg/mL",
                "0.4 mL/d",
                "R8",
                "-"
            },
            { "P22, 550 microgram of clonidine", "implanted-cancer", "clonidine 1000 ug/mL", "0.55 mL/d", "R8", "-" },
            { "P22, the stop is a crisis", "implanted-cancer", "clonidine 1000 ug/mL", "0.55 mL/d", "R8-abrupt-stop", "warn" },
            { "P26, low doses", "implanted-noncancer", "morphine 2.06 mg/mL, bupivacaine 2.3 mg/mL", "0.5 mL/d", "R3-implanted-noncancer", "-" },
            { "P26, low doses", "implanted-noncancer", "morphine 2.06 mg/mL, bupivacaine 2.3 mg/mL", "0.5 mL/d", "R6-implanted-noncancer", "-" },
        };

    [Theory]
    [MemberData(nameof(Running))]
    public void A_published_prescription_gives_the_findings_of_its_notes(
        string @case,
        string profile,
        string mixture,
        string flow,
        string rule,
        string answer
    ) => Assert.True(answer == Plan(profile, mixture, flow).Answer(rule), $"{@case}: {Plan(profile, mixture, flow).Answer(rule)} for {rule}");

    [Theory]
    // 28.8 mg and 1 mg a bolus: one makes 29.8, two make 30.8
    [InlineData(1, "-")]
    [InlineData(2, "confirm")]
    public void P1_B_two_boluses_pass_R6(int boluses, string answer)
    {
        var plan = Plan(
            "external-cancer",
            "bupivacaine 2 mg/mL, morphine 1.33 mg/mL",
            "0.6 mL/h",
            $$"""{ "dose": "0.5 mL", "lockout": "1 h", "maximum": { "count": {{boluses}}, "per": "24 h" } }"""
        );
        Assert.Equal(answer, plan.Answer("R6-external-cancer"));
    }

    [Fact]
    public void P4_with_every_bolus_needs_two_persons()
    {
        var plan = Plan("external-cancer", "morphine 0.5 mg/mL, bupivacaine 4.75 mg/mL", "0.2 mL/h", """{ "dose": "0.1 mL", "lockout": "15 min" }""");
        Assert.Equal("68.4 mg/d", plan.Findings.Single(finding => finding.Rule == "R6-external-cancer").Value);
        Assert.Equal("confirm, two persons", plan.Answer("R6-external-cancer"));
    }

    [Fact]
    public void P8_the_label_start_is_due_after_14_days_and_passes_its_limits()
    {
        var plan = Plans.Example("ziconotide-first-fill");
        Assert.Equal(Duration.FromDays(14), plan.Refill.RefillBy - plan.Therapy.Fill.Instant);
        Assert.Equal("-", plan.Answer("R9-us"));
        Assert.Equal("-", plan.Answer("R11-implanted"));
        Assert.Equal("within", plan.Outcome("R12-first-fill"));
        Assert.False(plan.IsBlocked);
    }

    [Theory]
    [InlineData("P19, diamorphine in an implanted pump", "implanted-cancer", "diamorphine 9 mg/mL", "0.5 mL/d", "diamorphine")]
    [InlineData("P10, labour", "intrathecal-labour", "bupivacaine 0.625 mg/mL, fentanyl 2 ug/mL", "2 mL/h", "bupivacaine")]
    [InlineData("P12, sufentanil", "epidural-postoperative", "levobupivacaine 1 mg/mL, sufentanil 1 ug/mL", "7 mL/h", "sufentanil")]
    public void Where_nothing_is_published_the_plan_says_so(string @case, string profile, string mixture, string flow, string drug) =>
        Assert.True(
            Plan(profile, mixture, flow)
                .Findings.Any(finding =>
                    finding.Kind == FindingKinds.LimitNone && finding.Message.Contains($"of {drug} is", StringComparison.Ordinal)
                ),
            @case
        );

    [Fact]
    public void P22_leaving_clonidine_out_is_confirmed()
    {
        var plan = Plans.Of([.. Checked.Therapy("implanted-cancer", "morphine", "1 mg/d"), .. Checked.Before("clonidine", "550 ug/d", "1 mg/mL")]);
        Assert.Equal("confirm", plan.Answer("R8-abrupt-stop"));
        Assert.Contains("rebound hypertension", plan.The(FindingKinds.AbruptStop).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void P24_nine_of_seventeen_millilitres_missing_trips_R25()
    {
        // Expected 17 mL, found 8 mL: a fill of 18 mL, 1 mL delivered in two days
        var plan = Plans.Of(
            ("infusate", Checked.Mixture("morphine", "28.7 mg/mL")),
            ("fill", """{ "volume": "18 mL", "at": "2026-11-24T10:00:00Z" }"""),
            ("program.rate", "0.5 mL/d"),
            (
                "previous",
                $$"""{ "infusate": {{Checked.Mixture("morphine", "28.7 mg/mL")}}, "program": { "mode": "continuous", "rate": "0.5 mL/d" }, "fill": { "volume": "18 mL", "at": "2026-11-22T10:00:00Z" }, "measured": "8 mL" }"""
            )
        );
        Assert.Equal("17 mL", plan.Residual!.Expected.ToString());
        Assert.Equal("confirm", plan.Answer("R25"));
    }

    private static Plan Plan(string profile, string mixture, string flow, string? demand = null)
    {
        var drugs = mixture
            .Split(", ")
            .Select(part => part.Split(' ', 2))
            .Select(part => $$"""{ "drug": "{{part[0]}}", "concentration": "{{part[1]}}" }""");
        var infusate = $$"""{ "drugs": [{{string.Join(", ", drugs)}}] }""";
        var program = $$"""{ "mode": "continuous", "rate": "{{flow}}"{{(demand is null ? "" : $", \"demand\": {demand}")}} }""";
        return Plans.Of([
            .. Checked.Therapy(profile, "morphine", "1 mg/d"),
            ("infusate", infusate),
            ("program", program),
            ("previous.infusate", infusate),
            ("previous.program", program),
        ]);
    }
}
