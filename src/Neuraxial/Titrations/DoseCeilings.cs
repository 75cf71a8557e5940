namespace Neuraxial;

/// <summary>Finds the limits on the daily dose that lie ahead of a titration: those that the checks hold a dose against.</summary>
internal static class DoseCeilings
{
    /// <summary>Every limit on the dose by day or hour that holds for a drug here, or may hold, the lowest first.</summary>
    /// <param name="therapy">The therapy.</param>
    /// <param name="facts">Which limits are about it: where no jurisdiction is stated those of every label, so that the strictest is met first.</param>
    /// <param name="part">The drug and its concentration.</param>
    /// <param name="demand">What demand boluses can add in a day.</param>
    public static IReadOnlyList<DoseCeiling> Of(Therapy therapy, LimitFacts facts, InfusateDrug part, DoseRate demand)
    {
        // How many boluses fall into one hour is for the checks: here an hourly limit is met by an even flow alone.
        var isEven = therapy.Program is { Demand: null } and not PeriodicProgram;
        var ceilings = new List<DoseCeiling>();
        foreach (
            var limit in facts.Limits.Where(limit =>
                (limit.Check == LimitCheck.DailyDose || (limit.Check == LimitCheck.HourlyDose && isEven))
                && !limit.IsLower
                && limit.IsAbout(part.Drug.Id)
                && facts.Hold(limit) is not false
            )
        )
        {
            Add(ceilings, limit, limit.Soft, isHard: false, therapy, part, demand);
            Add(ceilings, limit, limit.Hard, isHard: true, therapy, part, demand);
        }

        return [.. ceilings.Order(LowestFirst.Order)];
    }

    /// <summary>By dose; of equal ones the soft limit, which is met first; then by rule.</summary>
    private sealed class LowestFirst : IComparer<DoseCeiling>
    {
        public static LowestFirst Order { get; } = new();

        public int Compare(DoseCeiling? one, DoseCeiling? other) =>
            one!.Dose != other!.Dose ? one.Dose.CompareTo(other.Dose)
            : one.IsHard != other.IsHard ? one.IsHard.CompareTo(other.IsHard)
            : string.CompareOrdinal(one.Rule, other.Rule);
    }

    private static void Add(List<DoseCeiling> ceilings, Limit limit, Figure? figure, bool isHard, Therapy therapy, InfusateDrug part, DoseRate demand)
    {
        if ((figure?.Quantity<DoseRate>() ?? figure?.HighQuantity<DoseRate>()) is not { } dose)
        {
            return;
        }

        // A limit that its source gives for one body weight is smaller for a lighter patient, and never larger for a heavier one.
        if (limit.AtWeight?.Quantity<Mass>() is { } at && therapy.Patient?.Weight is { } weight && weight < at)
        {
            dose *= weight / at;
        }

        var rate = dose > demand ? (dose - demand) / part.Concentration : (FlowRate?)null;
        var fastest = therapy.Pump.Model.MaximumFlow?.Quantity<FlowRate>();
        ceilings.Add(
            new DoseCeiling(
                isHard,
                dose,
                limit.Check == LimitCheck.HourlyDose,
                rate,
                rate is { } flow && fastest is { } most ? flow <= most : null,
                limit.Id,
                limit.Why,
                figure!.Provenance
            )
        );
    }
}
