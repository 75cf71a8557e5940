namespace Neuraxial;

/// <summary>Finds every regime that applies to a plan and makes one schedule of them.</summary>
internal static class ObservationPlanning
{
    private const int ChildBelowYears = 16;

    public static ObservationSchedule Of(
        Therapy therapy,
        ProgramComparison? comparison,
        EffectTimes effect,
        Formulary formulary,
        List<Finding> findings
    )
    {
        var regimes = formulary.RegimesOf(therapy.Route, therapy.Pump.Model).ToList();
        var isChild = Patients.IsUnder(ChildBelowYears, therapy);
        var drugs = therapy.Infusate.Drugs.Select(part => part.Drug).ToList();
        var notes = new List<string>();
        if (isChild is not true)
        {
            if (isChild is null && regimes.Exists(regime => regime.IsForChildren && drugs.Exists(regime.IsFor)))
            {
                notes.Add(
                    "The patient's age is not in the file: the schedule is that of an adult. A children's chart is on file for patients under 16."
                );
            }

            regimes.RemoveAll(regime => regime.IsForChildren);
        }

        var sheet = new ObservationSheet(therapy, Named(regimes, drugs), formulary);
        foreach (var occasion in ObservedOccasions.Of(therapy, comparison, effect))
        {
            foreach (var regime in regimes.Where(regime => regime.IsAfter(occasion.Event) && occasion.IsOf(regime)))
            {
                sheet.Add(regime, occasion);
            }
        }

        if (!effect.NewInfusate.IsKnown)
        {
            notes.Add("When the new infusate reaches the tip is not known: counted from the fill; count again from when it does.");
        }

        var rows = sheet.Rows();
        AddFindings(rows, formulary, findings);
        return new ObservationSchedule(rows, notes);
    }

    /// <summary>What is observed at the bedside with these drugs: what a regime means that does not name it.</summary>
    private static List<string> Named(List<Regime> regimes, List<Drug> drugs)
    {
        var named = regimes
            .Where(regime => regime.NamesDrugs && drugs.Exists(regime.IsFor))
            .SelectMany(regime => regime.AtTheBedside)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return named.Count > 0 ? named : ["general-condition"];
    }

    private static void AddFindings(IReadOnlyList<Observation> rows, Formulary formulary, List<Finding> findings)
    {
        var without = rows.Where(row => Regime.IsAtTheBedside(row.What))
            .GroupBy(row => row.What, StringComparer.Ordinal)
            .Where(group => group.All(row => row.Every is null) && group.Any(IsOpen))
            .Select(group => Words(group.Key))
            .ToList();
        if (without.Count > 0)
        {
            findings.Add(
                FindingKinds.ObservationIntervalUnknown.Unknown(
                    "$.infusate.drugs",
                    $"How often to observe {string.Join(", ", without)} is not on file for this mixture, route and pump: the service says so."
                )
            );
        }

        var recalled = rows.Where(row => row.Every is not null && row.Provenance.Any(provenance => provenance.IsUnverified))
            .DistinctBy(row => row.Why.Split(',')[0], StringComparer.Ordinal);
        foreach (var row in recalled)
        {
            var provenance = row.Provenance.First(provenance => provenance.IsUnverified);
            Unverified.Add(findings, "$.program", $"intervals of observation, {row.Why}", provenance, formulary);
        }
    }

    /// <summary>Neither an interval nor an end, nor a moment that tells both.</summary>
    private static bool IsOpen(Observation row) => row is { Every: null, Until: null, Lasts: null, Condition: null };

    internal static string Words(string what) => what.Replace('-', ' ');
}
