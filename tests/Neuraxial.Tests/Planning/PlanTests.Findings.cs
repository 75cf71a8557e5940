using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>Every kind of finding, provoked by the least that brings it about.</content>
public sealed partial class PlanTests
{
    private const string FourteenSteps =
        """{ "mode": "flex", "steps": [{ "at": "00:00", "rate": "1 mL/d" }, { "at": "01:00", "rate": "1 mL/d" }, { "at": "02:00", "rate": "1 mL/d" }, { "at": "03:00", "rate": "1 mL/d" }, { "at": "04:00", "rate": "1 mL/d" }, { "at": "05:00", "rate": "1 mL/d" }, { "at": "06:00", "rate": "1 mL/d" }, { "at": "07:00", "rate": "1 mL/d" }, { "at": "08:00", "rate": "1 mL/d" }, { "at": "09:00", "rate": "1 mL/d" }, { "at": "10:00", "rate": "1 mL/d" }, { "at": "11:00", "rate": "1 mL/d" }, { "at": "12:00", "rate": "1 mL/d" }, { "at": "13:00", "rate": "1 mL/d" }] }""";

    private static string Product(string drug, string preparation) =>
        $$"""{ "drugs": [{ "drug": "{{drug}}", "concentration": "10 mg/mL", "preparation": "{{preparation}}" }] }""";

    private const string Bolus = """{ "dose": "0.1 mL", "lockout": "1 h" }""";

    private static readonly (string Path, string? Value)[] Halved =
    [
        ("catheter.volume", "0.16 mL"),
        ("previous.infusate", Mixture("morphine 20 mg/mL")),
        ("previous.program", Continuous("0.2 mL/d")),
    ];

    /// <summary>Code; severity; path; the changes to the plain therapy that bring it about.</summary>
    private static readonly (string Code, Severity Severity, string Path, (string, string?)[] Changes)[] Provocations =
    [
        ("figure-unverified", Severity.Warn, "$.pump.model", []),
        ("profile-unknown", Severity.Unknown, "$.indication", [("route", "epidural"), ("indication", "spasticity")]),
        ("pump-set-in-millimetres", Severity.Block, "$.pump.model", [("pump.model", "graseby-ms26")]),
        ("pump-mode-unsupported", Severity.Block, "$.program.mode", [("pump.model", "cadd-ms3")]),
        ("pump-mode-unknown", Severity.Unknown, "$.program.mode", [("pump.model", "medstream-20")]),
        ("pump-flow-out-of-range", Severity.Block, "$.program.rate", [("program.rate", "0.04 mL/d")]),
        ("pump-flow-unknown", Severity.Unknown, "$.pump.model", [("pump.model", "t34")]),
        ("pump-too-many-steps", Severity.Block, "$.program.steps", [("program", FourteenSteps)]),
        (
            "pump-demand-out-of-range",
            Severity.Block,
            "$.program.demand.dose",
            [("pump.model", "cadd-prizm-pcs-ii"), ("program", WithDemand("""{ "dose": "10 mL", "lockout": "1 h" }""", "0.2 mL/h"))]
        ),
        (
            "pump-demand-not-for-drug",
            Severity.Block,
            "$.program.demand",
            [("pump.model", "prometra-ii-20"), ("infusate", Baclofen), ("program", WithDemand(Bolus))]
        ),
        (
            "pump-lockout-unknown",
            Severity.Unknown,
            "$.program.demand.lockout",
            [("program", WithDemand("""{ "dose": "0.1 mL", "duration": "10 min", "lockout": "1 h" }"""))]
        ),
        ("pump-basal-unknown", Severity.Unknown, "$.program.demand", [("program", WithDemand(Bolus))]),
        ("achievable-error", Severity.Confirm, "$.program", [("pump.model", "t34"), ("program.rate", "1.03 mL/h")]),
        ("achievable-error", Severity.Block, "$.program", [("pump.model", "t34"), ("program.rate", "0.34 mL/h")]),
        ("achievable-unknown", Severity.Unknown, "$.program", []),
        ("container-overfilled", Severity.Block, "$.fill.volume", [("fill.volume", "20.1 mL")]),
        ("container-unknown", Severity.Unknown, "$.fill.volume", [("pump.model", "ambit-pib")]),
        ("catheter-wrong-space", Severity.Block, "$.catheter.model", [("catheter.model", "epidural")]),
        (
            "catheter-never-fits",
            Severity.Block,
            "$.catheter.model",
            [("pump", ConstantFlow), ("program", """{ "mode": "constant-flow" }"""), ("catheter.model", "indura-sc")]
        ),
        (
            "catheter-volume-disagrees",
            Severity.Warn,
            "$.catheter.volume",
            [("catheter", """{ "model": "indura", "length": "80 cm", "volume": "0.3 mL" }""")]
        ),
        (
            "catheter-volume-disagrees",
            Severity.Confirm,
            "$.catheter.volume",
            [("catheter", """{ "model": "indura", "length": "80 cm", "volume": "0.04 mL" }""")]
        ),
        ("fluid-path-unknown", Severity.Unknown, "$.catheter", []),
        ("fluid-path-implausible", Severity.Confirm, "$.catheter", [("catheter.volume", "1.6 mL")]),
        ("priming-mixes", Severity.Warn, "$.catheter", [("catheter.volume", "0.16 mL")]),
        ("bridge-missing", Severity.Block, "$.previous", [("previous.infusate", Mixture("morphine 20 mg/mL"))]),
        ("bridge-declined", Severity.Block, "$.bridge.declined", [.. Halved, ("bridge.declined", "a reason")]),
        (
            "bridge-declined",
            Severity.Confirm,
            "$.bridge.declined",
            [.. Halved, ("previous.infusate", Mixture("morphine 12 mg/mL")), ("bridge.declined", "a reason")]
        ),
        ("bridge-out-of-range", Severity.Block, "$.previous", [.. Halved, ("program.rate", "0.09 mL/d")]),
        ("bridge-other-drug", Severity.Warn, "$.previous", [.. Halved, ("infusate", Mixture("morphine 10 mg/mL, clonidine 50 ug/mL"))]),
        (
            "bridge-other-drug",
            Severity.Confirm,
            "$.previous",
            [
                .. Halved,
                ("infusate", Mixture("morphine 10 mg/mL, clonidine 50 ug/mL")),
                ("previous.infusate", Mixture("morphine 20 mg/mL, clonidine 50 ug/mL")),
            ]
        ),
        (
            "bridge-other-drug",
            Severity.Unknown,
            "$.previous",
            [.. Halved, ("previous", $$"""{ "infusate": {{Mixture("morphine 20 mg/mL, clonidine 50 ug/mL")}} }""")]
        ),
        ("bridge-demand", Severity.Confirm, "$.program.demand", [.. Halved, ("program", WithDemand(Bolus))]),
        (
            "bridge-impossible",
            Severity.Warn,
            "$.previous",
            [("pump", ConstantFlow), ("program", """{ "mode": "constant-flow" }"""), ("previous.infusate", Mixture("morphine 20 mg/mL"))]
        ),
        ("reservoir-mixed", Severity.Warn, "$.previous", Halved),
        ("previous-program-unknown", Severity.Unknown, "$.previous.program", [("previous.infusate", Mixture("morphine 10 mg/mL"))]),
        ("stability-unknown", Severity.Unknown, "$.infusate.drugs", [("infusate", Baclofen)]),
        ("stability-unstated", Severity.Warn, "$.infusate.drugs", []),
        ("stability-contradicted", Severity.Warn, "$.infusate.drugs", [("infusate", Mixture("hydromorphone 1 mg/mL"))]),
        ("low-reservoir-unknown", Severity.Unknown, "$.pump.lowReservoir", [("pump.model", "synchromed-1991-18")]),
        ("low-reservoir-baclofen", Severity.Confirm, "$.pump.lowReservoir", [("infusate", Baclofen)]),
        ("expected-use-unknown", Severity.Unknown, "$.program.demand.expected", [("program", WithDemand(Bolus))]),
        ("clock-shifts", Severity.Warn, "$.pump.zone", [("pump.zone", "Europe/London"), ("fill.at", "2026-03-20T10:00:00Z")]),
        (
            "residual-discrepancy",
            Severity.Confirm,
            "$.previous.measured",
            [.. Halved, ("previous.fill", """{ "volume": "20 mL", "at": "2026-10-15T10:00:00Z" }"""), ("previous.measured", "1 mL")]
        ),
        (
            "residual-unknown",
            Severity.Unknown,
            "$.previous.measured",
            [
                .. Halved,
                ("previous.program", WithDemand(Bolus)),
                ("previous.fill", """{ "volume": "20 mL", "at": "2026-10-15T10:00:00Z" }"""),
                ("previous.measured", "4 mL"),
            ]
        ),
        ("dose-changed", Severity.Confirm, "$.program", [.. Halved, ("previous.program", Continuous("0.1 mL/d"))]),
        ("dose-changed", Severity.Block, "$.program", [.. Halved, ("previous.program", Continuous("0.02 mL/d"))]),
        // Limits
        ("limit-start-dose", Severity.Unknown, "$.program", []),
        ("limit-daily-dose", Severity.Block, "$.program", [("program.rate", "3 mL/d")]),
        (
            "limit-hourly-dose",
            Severity.Confirm,
            "$.program",
            [("route", "epidural"), ("pump", Solis), ("infusate", Mixture("bupivacaine 2 mg/mL")), ("program.rate", "10 mL/h")]
        ),
        (
            "limit-bolus",
            Severity.Block,
            "$.program.demand.dose",
            [
                ("route", "epidural"),
                ("pump", Solis),
                ("infusate", Mixture("ropivacaine 10 mg/mL")),
                ("program", WithDemand("""{ "dose": "26 mL", "lockout": "1 h" }""", "0.2 mL/h")),
            ]
        ),
        ("limit-concentration", Severity.Block, "$.infusate.drugs[0].concentration", [("infusate", Mixture("morphine 31 mg/mL"))]),
        (
            "limit-step",
            Severity.Block,
            "$.program",
            [("infusate", Baclofen), ("previous.infusate", Baclofen), ("previous.program", Continuous("0.2 mL/d"))]
        ),
        (
            "limit-step-interval",
            Severity.Unknown,
            "$.previous",
            [("infusate", Baclofen), ("previous.infusate", Baclofen), ("previous.program", Continuous("0.39 mL/d"))]
        ),
        (
            "limit-test-dose",
            Severity.Block,
            "$.testDoses[0].dose",
            [("infusate", Baclofen), ("testDoses", """[{ "dose": "101 ug", "at": "2026-11-20T10:00:00Z" }]""")]
        ),
        (
            "limit-refill-interval",
            Severity.Warn,
            "$.fill.at",
            [("infusate", Mixture("ziconotide 25 ug/mL, ropivacaine 1 mg/mL")), ("program.rate", "0.1 mL/d")]
        ),
        ("limit-duration", Severity.Unknown, "$.catheter.placed", [("route", "epidural"), ("pump", Solis), ("indication", "post-operative")]),
        ("limit-flow-range", Severity.Warn, "$.program", [("program.rate", "0.6 mL/d")]),
        ("limit-none", Severity.Unknown, "$.infusate.drugs", [("infusate", Mixture("diamorphine 10 mg/mL"))]),
        ("limits-unverified", Severity.Warn, "$.program", []),
        ("abrupt-stop", Severity.Warn, "$.infusate.drugs", [("infusate", Mixture("clonidine 100 ug/mL"))]),
        ("ordered-duration-differs", Severity.Block, "$.fill.lasts", [("fill.lasts", "10 d")]),
        // Patient, medicines, products
        ("interaction", Severity.Block, "$.medicines[0]", [("medicines", """[{ "drug": "phenelzine" }]""")]),
        ("medicines-unknown", Severity.Unknown, "$.currentOpioids", []),
        ("contraindication", Severity.Confirm, "$.patient.conditions", [("patient.conditions", """["infection"]""")]),
        ("anticoagulated", Severity.Confirm, "$.medicines[0]", [("medicines", """[{ "drug": "warfarin" }]""")]),
        ("allergy", Severity.Block, "$.patient.allergies", [("patient.allergies", """["morphine"]""")]),
        ("patient-unknown", Severity.Unknown, "$.patient", []),
        ("patient-child", Severity.Confirm, "$.patient.birthDate", [("patient.birthDate", "2015-01-01")]),
        ("drug-never-by-route", Severity.Block, "$.infusate.drugs[0].drug", [("route", "epidural"), ("pump", Solis), ("infusate", Baclofen)]),
        ("drug-off-label", Severity.Warn, "$.infusate.drugs", []),
        ("drug-discouraged", Severity.Confirm, "$.infusate.drugs[0].drug", [("infusate", Mixture("midazolam 1 mg/mL"))]),
        ("drug-not-labelled-for-pump", Severity.Warn, "$.infusate.drugs", [("infusate", Mixture("fentanyl 1 mg/mL"))]),
        (
            "diluent-unsuitable",
            Severity.Block,
            "$.infusate.diluent",
            [("infusate", """{ "diluent": "glucose-5", "drugs": [{ "drug": "ziconotide", "concentration": "25 ug/mL" }] }""")]
        ),
        (
            "look-alike",
            Severity.Confirm,
            "$.infusate.drugs",
            [("infusate", Mixture("hydromorphone 10 mg/mL")), ("previous.infusate", Mixture("morphine 10 mg/mL"))]
        ),
        (
            "concentration-slip",
            Severity.Confirm,
            "$.infusate.drugs",
            [("previous.infusate", Mixture("morphine 1 mg/mL")), ("previous.program", Continuous("0.4 mL/d"))]
        ),
        (
            "product-unsuitable",
            Severity.Block,
            "$.infusate.drugs[0].preparation",
            [("infusate", Product("morphine", "morphine-martindale-10mg-ml-uk"))]
        ),
        (
            "product-risk-assessment",
            Severity.Warn,
            "$.infusate.drugs[0].preparation",
            [("infusate", Product("morphine", "morphine-hameln-10mg-ml-uk"))]
        ),
        ("product-unknown", Severity.Unknown, "$.infusate.drugs", []),
        ("fill-at-once", Severity.Warn, "$.fill.volume", []),
        ("occlusion-late", Severity.Warn, "$.program", [("pump", Solis), ("program.rate", "0.1 mL/h")]),
        // Making the mixture
        ("assay-outside-tolerance", Severity.Block, "$.infusate.drugs[0].measured", [("infusate.drugs.0.measured", "8.49 mg/mL")]),
        ("compounding-product-not-stated", Severity.Warn, "$.infusate.drugs", []),
        ("compounding-impossible", Severity.Block, "$.infusate.drugs[0]", [("infusate.drugs.0.stock", "5 mg/mL")]),
        ("compounding-impossible", Severity.Unknown, "$.infusate.drugs[0]", [("infusate.drugs.0.concentration", "31 mg/mL")]),
        ("compounding-impossible", Severity.Unknown, "$.infusate.drugs", [("infusate", Mixture("morphine 15 mg/mL, ropivacaine 6 mg/mL"))]),
        // 20 mL x 9 mg/mL = 180 mg: 0.18 mL of 1 g/mL
        (
            "compounding-serial-dilution",
            Severity.Confirm,
            "$.infusate.drugs[0]",
            [("infusate.drugs.0.concentration", "9 mg/mL"), ("infusate.drugs.0.stock", "1000 mg/mL")]
        ),
        ("compounding-powder", Severity.Unknown, "$.infusate.drugs[0]", [("infusate", Mixture("diamorphine 4 mg/mL"))]),
        ("compounding-diluent-unknown", Severity.Unknown, "$.infusate.diluent", [("infusate.drugs.0.stock", "20 mg/mL")]),
        ("compounding-diluent-unknown", Severity.Unknown, "$.infusate.diluent", [("infusate.diluent", "glucose-5")]),
        // 20 mg oral: 0.0667 to 2 mg; 2,000 mg: 6.67 to 200 mg. The plain therapy gives 4 mg.
        (
            "conversion-above-band",
            Severity.Confirm,
            "$.program",
            [("currentOpioids", """[{ "drug": "morphine", "route": "oral", "dose": "20 mg/d" }]""")]
        ),
        (
            "conversion-below-band",
            Severity.Warn,
            "$.program",
            [("currentOpioids", """[{ "drug": "morphine", "route": "oral", "dose": "2000 mg/d" }]""")]
        ),
        (
            "conversion-unknown",
            Severity.Unknown,
            "$.currentOpioids",
            [("currentOpioids", """[{ "drug": "oxycodone", "route": "oral", "dose": "20 mg/d" }]""")]
        ),
        (
            "conversion-refused",
            Severity.Unknown,
            "$.currentOpioids",
            [("currentOpioids", """[{ "drug": "morphine", "route": "oral", "dose": "20 mg/d" }]"""), ("infusate", Mixture("fentanyl 100 ug/mL"))]
        ),
        // 500 ug/mL at 0.4 mL/d are 200 ug/d, above twice 50; 200 ug/mL are 80 ug/d, between once and twice
        (
            "start-above-test-dose",
            Severity.Confirm,
            "$.testDoses",
            [("infusate", Baclofen), ("testDoses", """[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z", "positive": true, "lasted": "4 h" }]""")]
        ),
        (
            "test-dose-effect-unknown",
            Severity.Unknown,
            "$.testDoses",
            [("infusate", Mixture("baclofen 200 ug/mL")), ("testDoses", """[{ "dose": "50 ug", "at": "2026-11-20T10:00:00Z", "positive": true }]""")]
        ),
        (
            "observation-interval-unknown",
            Severity.Unknown,
            "$.infusate.drugs",
            [("pump.model", "cadd-solis"), ("program.rate", "0.2 mL/h"), ("infusate", Mixture("bupivacaine 5 mg/mL"))]
        ),
        // Slips that no limit of a dose sees
        (
            "strength-not-of-product",
            Severity.Block,
            "$.infusate.drugs[0].concentration",
            [("infusate", Product("morphine", "morphine-kalceks-30mg-ml-uk"))]
        ),
        (
            "ordered-past-refill",
            Severity.Confirm,
            "$.fill.lasts",
            [("infusate", Mixture("ziconotide 25 ug/mL, morphine 10 mg/mL")), ("fill.lasts", "50 d")]
        ),
        (
            "route-dose-copied",
            Severity.Block,
            "$.program",
            [("currentOpioids", """[{ "drug": "morphine", "route": "epidural", "dose": "4 mg/d" }]""")]
        ),
        (
            "look-alike",
            Severity.Block,
            "$.infusate.drugs",
            [
                ("infusate", Mixture("hydromorphone 10 mg/mL")),
                ("previous.infusate", Mixture("morphine 10 mg/mL")),
                ("previous.program", Continuous("0.4 mL/d")),
            ]
        ),
    ];

    public static TheoryData<int, string> ProvokedFindings { get; } = [.. Provocations.Select((row, i) => (i, $"{row.Code}, {row.Severity}"))];

    [Theory]
    [MemberData(nameof(ProvokedFindings))]
    public void A_finding_comes_about_with_its_severity_and_place(int row, string what)
    {
        var (code, severity, path, changes) = Provocations[row];
        Assert.True(
            Plans.Of(changes).Findings.Any(finding => finding.Kind.Code == code && finding.Severity == severity && finding.Path == path),
            what
        );
    }

    [Fact]
    public void Every_kind_of_finding_is_provoked_here()
    {
        var provoked = Provocations.Select(row => row.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        // What is said of a service's own file takes such a file: Formularies/Releases/FormularyChecksTests. Those of a recipe are no plan's: Recipes/RecipeFindingTests.
        // Nor are those of a simulation: Neuraxial.Simulation.Tests, Infusions/TherapySimulationTests.
        var others = FindingKinds.OfFormulary.Append(FindingKinds.FormularyLoosened);
        Assert.Equal(
            string.Join(
                '\n',
                FindingKind
                    .All.Except(others)
                    .Select(kind => kind.Code)
                    .Where(code => !code.StartsWith("recipe-", StringComparison.Ordinal) && !code.StartsWith("simulation-", StringComparison.Ordinal))
            ),
            string.Join('\n', provoked)
        );
    }

    [Fact]
    public void A_finding_says_where_in_words_and_for_a_limit_its_source()
    {
        foreach (var finding in Provocations.SelectMany(row => Plans.Of(row.Changes).Findings))
        {
            Assert.StartsWith("$.", finding.Path, StringComparison.Ordinal);
            Assert.EndsWith(".", finding.Message, StringComparison.Ordinal);
            Assert.True(finding.Limit is null || finding.Source is not null || finding.Kind == FindingKinds.ResidualDiscrepancy, finding.Message);
        }
    }

    [Fact]
    public void Codes_of_findings_are_unique_and_in_lower_case()
    {
        Assert.Equal(FindingKind.All.Count, FindingKind.All.Select(kind => kind.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(FindingKind.All, kind => Assert.Matches("^[a-z]+(-[a-z]+)*$", kind.Code));
        Assert.All(FindingKind.All, kind => Assert.False(string.IsNullOrWhiteSpace(kind.Summary)));
    }

    [Fact]
    public void Every_hazard_that_a_finding_names_is_in_the_hazard_log()
    {
        // HZ-01 to HZ-62
        foreach (var hazard in FindingKind.All.SelectMany(kind => kind.Hazards))
        {
            Assert.Matches(HazardId(), hazard);
            Assert.InRange(int.Parse(hazard.AsSpan(3), CultureInfo.InvariantCulture), 1, 62);
        }
    }

    [GeneratedRegex("^HZ-[0-9]{2}$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex HazardId();
}
