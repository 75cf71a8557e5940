using System.Globalization;

namespace Neuraxial.Tests.Checks;

/// <summary>Therapies in which one value is held against one limit, and everything else is quiet.</summary>
internal static class Checked
{
    /// <summary>Route, indication and pump of a profile.</summary>
    private static (string Route, string Indication, string Pump) Setting(string profile) =>
        profile switch
        {
            "implanted-cancer" => ("intrathecal", "cancer-pain", "synchromed-ii-40"),
            "implanted-noncancer" => ("intrathecal", "non-cancer-pain", "synchromed-ii-40"),
            "external-cancer" => ("intrathecal", "cancer-pain", "cadd-solis"),
            "external-noncancer" => ("intrathecal", "non-cancer-pain", "cadd-solis"),
            "epidural-cancer" => ("epidural", "cancer-pain", "cadd-solis"),
            "epidural-postoperative" => ("epidural", "post-operative", "cadd-solis"),
            "epidural-labour" => ("epidural", "labour", "cadd-solis"),
            "intrathecal-labour" => ("intrathecal", "labour", "cadd-solis"),
            "intrathecal-postoperative" => ("intrathecal", "post-operative", "cadd-solis"),
            "spasticity" => ("intrathecal", "spasticity", "synchromed-ii-40"),
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "is no profile of these tests"),
        };

    /// <summary>A therapy of a profile with one drug at 2 mg/mL, or 2000 ug/mL, and a daily or hourly dose.</summary>
    public static (string, string?)[] Therapy(string profile, string drug, string dose, string strength = "2 mg/mL")
    {
        var (route, indication, pump) = Setting(profile);
        return
        [
            ("route", route),
            ("indication", indication),
            ("pump", $$"""{ "model": "{{pump}}" }"""),
            ("infusate", Mixture(drug, strength)),
            ("program", Program(drug, dose)),
        ];
    }

    /// <summary>The same, running unchanged: neither a start nor a step.</summary>
    public static (string, string?)[] Running(string profile, string drug, string dose, string strength = "2 mg/mL") =>
        [.. Therapy(profile, drug, dose, strength), .. Before(drug, dose, strength)];

    /// <summary>What ran before.</summary>
    public static (string, string?)[] Before(string drug, string dose, string strength = "2 mg/mL") =>
        [("previous.infusate", Mixture(drug, strength)), ("previous.program", Program(drug, dose))];

    public static string Mixture(string drug, string strength) => $$"""{ "drugs": [{ "drug": "{{drug}}", "concentration": "{{strength}}" }] }""";

    public static string Program(string drug, string dose) => $$"""{ "mode": "continuous", "dose": { "drug": "{{drug}}", "rate": "{{dose}}" } }""";

    /// <summary>How a plan answers to a limit: <c>block</c>, <c>confirm</c>, <c>confirm, two persons</c>, <c>warn</c>, <c>unknown</c>, or <c>-</c>.</summary>
    public static string Answer(this Plan plan, string limit)
    {
        var finding = plan.Findings.SingleOrDefault(finding => finding.Rule == limit);
        return finding is null ? "-" : finding.SeverityWord + (finding.NeedsSecondPerson ? ", two persons" : "");
    }

    public static string Answer(string limit, (string, string?)[] changes) => Plans.Of(changes).Answer(limit);

    /// <summary>How a limit that was looked at came out.</summary>
    public static string Outcome(this Plan plan, string limit) =>
        AppliedLimit.Outcomes.Word(plan.Limits.Single(applied => applied.Id == limit).Outcome);

    public static string Invariant(this FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
