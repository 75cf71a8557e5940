namespace Neuraxial;

/// <summary>Finds the limits on the daily dose that lie ahead of a titration.</summary>
internal static class DoseCeilings
{
    /// <summary>Every limit on the dose by day or hour that holds for a drug here, the lowest first.</summary>
    /// <param name="therapy">The therapy: where its labels are not stated, every label's limit stands, so that the strictest is met first.</param>
    /// <param name="profile">The set of limits; <see langword="null"/> if none is known.</param>
    /// <param name="part">The drug and its concentration.</param>
    /// <param name="demand">What demand boluses can add in a day.</param>
    /// <param name="formulary">Where the limits are.</param>
    public static IReadOnlyList<DoseCeiling> Of(Therapy therapy, string? profile, InfusateDrug part, DoseRate demand, Formulary formulary)
    {
        var ceilings = new List<DoseCeiling>();
        foreach (var row in formulary.Rows("limits").Where(row => Holds(row, therapy, profile, part.Drug.Id)))
        {
            Add(ceilings, row, "soft", therapy, part, demand);
            Add(ceilings, row, "hard", therapy, part, demand);
        }

        return
        [
            .. ceilings.OrderBy(ceiling => ceiling.Dose).ThenBy(ceiling => ceiling.IsHard).ThenBy(ceiling => ceiling.Rule, StringComparer.Ordinal),
        ];
    }

    private static bool Holds(DataRow row, Therapy therapy, string? profile, string drug) =>
        row.Text("check") is "daily-dose" or "hourly-dose"
        && row.Text("bound") is not "lower"
        && (row.Text("drug") == drug || row.Texts("drugs").Contains(drug, StringComparer.Ordinal))
        && (row.Text("route") is not { } route || route == TherapyFile.Routes.Word(therapy.Route))
        && (row.Texts("profiles") is not { Count: > 0 } profiles || (profile is not null && profiles.Contains(profile, StringComparer.Ordinal)))
        && (therapy.Jurisdiction is null || row.Text("jurisdiction") is not { } jurisdiction || jurisdiction == therapy.Jurisdiction)
        && row.Text("patients") is null
        && IsCase(row.Text("when"), therapy.Infusate);

    /// <summary>A limit that holds in a case only: the one case that a mixture tells of is met, any other cannot be told and is left to the checks.</summary>
    private static bool IsCase(string? when, Infusate infusate) =>
        when switch
        {
            null => true,
            "premix-with-bupivacaine" => infusate.Of("bupivacaine") is not null,
            _ => false,
        };

    private static void Add(List<DoseCeiling> ceilings, DataRow row, string name, Therapy therapy, InfusateDrug part, DoseRate demand)
    {
        if (row.Figure(name) is not { } figure || (figure.Quantity<DoseRate>() ?? figure.HighQuantity<DoseRate>()) is not { } limit)
        {
            return;
        }

        var rate = limit > demand ? (limit - demand) / part.Concentration : (FlowRate?)null;
        var fastest = therapy.Pump.Model.MaximumFlow?.Quantity<FlowRate>();
        ceilings.Add(
            new DoseCeiling(
                name is "hard",
                limit,
                rate,
                rate is { } flow && fastest is { } most ? flow <= most : null,
                row.Id,
                row.Text("why")!,
                figure.Provenance
            )
        );
    }
}
