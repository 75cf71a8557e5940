using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests.Planning;

/// <content>A service's own file laid over the built-in formulary: <c>examples/formulary/service.json</c> (HZ-59).</content>
public sealed partial class PlanTests
{
    private static readonly byte[] ServiceFile = File.ReadAllBytes(Path.Combine(Plans.Folder, "formulary", "service.json"));
    private static readonly Formulary Service = Formulary.BuiltIn.Overlaid(ServiceFile).Content!;

    [Fact]
    public void A_services_own_file_changes_stability_and_service_limit_of_a_plan()
    {
        // Filled on 24 November: built-in no stability and 90 days; the service's own 45 and 60 days
        var builtIn = Plans.Example("cancer-intrathecal-implanted");
        Assert.Equal(
            (null, "2027-02-22T10:00:00Z", RefillReason.ServiceLimit),
            (builtIn.Refill.StableUntil.Text(), builtIn.Refill.ServiceUntil.Text(), builtIn.Refill.Reason!.Value)
        );

        var own = Plans.Example("cancer-intrathecal-implanted", Service);
        Assert.Equal(
            ("2027-01-08T10:00:00Z", "2027-01-23T10:00:00Z", RefillReason.Stability),
            (own.Refill.StableUntil.Text(), own.Refill.ServiceUntil.Text(), own.Refill.Reason!.Value)
        );
        Assert.Equal("2027-01-08T10:00:00Z", own.Refill.RefillBy.Text());
        own.HasNo(FindingKinds.StabilityUnknown);
        own.HasNo(FindingKinds.StabilityUnstated);
    }

    [Fact]
    public void A_services_own_stability_holds_at_its_own_concentrations_only() =>
        Assert.Null(Plans.Of(Service, ("infusate", Mixture("morphine 11 mg/mL, bupivacaine 20 mg/mL"))).Refill.StableUntil);

    [Fact]
    public void A_row_of_the_same_identifier_replaces_and_every_other_row_stays()
    {
        Assert.Equal("10 mg/d", Service.Row("limits", "R3-implanted-cancer")!.Figure("soft")!.Value);
        Assert.Equal("15 mg/d", Service.Row("limits", "R3-implanted-cancer")!.Figure("hard")!.Value);
        Assert.Equal(Formulary.BuiltIn.Rows("limits").Count, Service.Rows("limits").Count);
        Assert.Equal(Formulary.BuiltIn.Rows("stability").Count + 1, Service.Rows("stability").Count);
        Assert.Equal("0.5 mg/d", Service.Row("limits", "R1")!.Figure("soft")!.Value);
    }

    [Fact]
    [Trait("Hazard", "HZ-13")]
    [Trait("Hazard", "HZ-59")]
    public void Version_and_sum_of_a_plan_say_which_layers_it_was_made_with()
    {
        // The sum of layers: SHA-256 of their hexadecimal sums, one after the other
        var file = Convert.ToHexStringLower(SHA256.HashData(ServiceFile));
        var sum = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Formulary.BuiltIn.Sha256 + file)));
        var output = new ArrayBufferWriter<byte>();
        PlanJson.Write(Plans.Example("cancer-intrathecal-implanted", Service), output, indented: false);
        using var json = JsonDocument.Parse(output.WrittenMemory);
        var formulary = json.RootElement.GetProperty("formulary");
        Assert.Equal(Formulary.BuiltIn.Version + "+example-1", formulary.GetProperty("version").GetString());
        Assert.Equal(sum, formulary.GetProperty("sha256").GetString());
        Assert.Equal(
            "built-in, Example pain service",
            string.Join(", ", formulary.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("name").GetString()))
        );
        Assert.Equal(file, formulary.GetProperty("layers")[1].GetProperty("sha256").GetString());
    }

    [Fact]
    [Trait("Hazard", "HZ-13")]
    [Trait("Hazard", "HZ-59")]
    public void Another_byte_is_another_sum()
    {
        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(ServiceFile).Replace("60 d", "61 d", StringComparison.Ordinal));
        Assert.False(Service.Sha256 == Formulary.BuiltIn.Overlaid(changed).Content!.Sha256);
    }

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void Every_fault_of_a_broken_file_is_reported_at_once()
    {
        var json = Plans.Changed(
            Encoding.UTF8.GetString(ServiceFile),
            ("version", null),
            ("colour", "red"),
            ("settings.0.figure.value", "60"),
            ("limits.0.route", "spinal"),
            ("limits.0.soft.mark", "seen"),
            ("stability.0.drugs.0.minimum", "5 mg"),
            ("stability.0.verdict", null),
            (
                "profiles",
                """[{ "id": "own", "title": "Own", "route": "intrathecal", "placement": "implanted", "indications": ["cancer-pain"] }, { "id": "own", "title": "Own again", "route": "intrathecal", "placement": "implanted", "indications": ["cancer-pain"] }]"""
            ),
            (
                "conversions",
                """[{ "id": "own", "fromDrug": "morphine", "toDrug": "morphine", "fromRoute": "oral", "toRoute": "intrathecal", "ratio": { "number": 100, "mark": "seen", "sources": ["nobody"] } }]"""
            )
        );
        var reading = Formulary.BuiltIn.Overlaid(Encoding.UTF8.GetBytes(json));
        Assert.Null(reading.Content);
        Assert.Equal(
            """
            $.version
            $.profiles[1].id
            $.limits[0].route
            $.limits[0].soft.sources
            $.settings[0].figure.value
            $.stability[0].drugs[0].minimum
            $.stability[0].verdict
            $.colour
            $.conversions['own']
            """,
            string.Join('\n', Sorted(reading.Problems))
        );
    }

    [Theory]
    [InlineData("limits.0.drug", "morphin", "$.limits['R3-implanted-cancer']", "a drug that the formulary does not hold")]
    [InlineData("limits.0.profiles", """["implanted"]""", "$.limits['R3-implanted-cancer']", "a profile that it does not hold")]
    [InlineData("limits.0.hard.sources", """["G99"]""", "$.limits['R3-implanted-cancer']", "a source that it does not hold")]
    [InlineData(
        "settings.0.figure",
        """{ "text": "two months", "mark": "derived", "sources": [] }""",
        "$.settings['service-limit'].figure",
        "words where the planner needs a duration"
    )]
    [InlineData(
        "settings.0.figure",
        """{ "value": "60 mL", "mark": "derived", "sources": [] }""",
        "$.settings['service-limit'].figure",
        "a volume where it needs a duration"
    )]
    public void What_a_file_names_must_exist_and_a_setting_must_keep_its_kind(string path, string value, string at, string why)
    {
        var problem = Assert.Single(
            Formulary.BuiltIn.Overlaid(Encoding.UTF8.GetBytes(Plans.Changed(Encoding.UTF8.GetString(ServiceFile), (path, value)))).Problems
        );
        Assert.True(problem.Path == at, why);
    }

    /// <summary>In the order of the expected list above: by section as the schema lists them, which is not the order of the file.</summary>
    private static IEnumerable<string> Sorted(IEnumerable<Problem> problems)
    {
        string[] order = ["$.version", "$.profiles", "$.limits", "$.settings", "$.stability", "$.colour", "$.conversions"];
        return problems
            .Select(problem => problem.Path)
            .OrderBy(path => Array.FindIndex(order, start => path.StartsWith(start, StringComparison.Ordinal)))
            .ThenBy(path => path, StringComparer.Ordinal);
    }
}
