namespace Neuraxial.Papers;

/// <summary>Words that several sheets use.</summary>
internal static class Phrases
{
    /// <summary>What stands where a number would.</summary>
    public const string NotKnown = "not known";

    public static string Of(Indication indication) =>
        indication switch
        {
            Indication.CancerPain => "cancer pain",
            Indication.NonCancerPain => "non-cancer pain",
            Indication.Spasticity => "spasticity",
            Indication.PostOperative => "pain after an operation",
            _ => "pain in labour",
        };

    public static string Of(Route route) => route == Route.Epidural ? "epidural" : "intrathecal";

    /// <summary>A diluent by its name in the formulary.</summary>
    public static string Diluent(Document document) =>
        document.Therapy.Infusate.Diluent is not { } id
            ? "diluent not stated"
            : document.Plan.Formulary.Row("diluents", id)?.Text("name") ?? Wording.Spoken(id);

    /// <summary>A drug as a prescription names it.</summary>
    public static Html Name(Drug drug) => Html.Of($"""<b class="drug">{drug.Name}</b>""");
}
