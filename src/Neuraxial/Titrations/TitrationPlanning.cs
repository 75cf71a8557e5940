using NodaTime;

namespace Neuraxial;

/// <summary>Works out the next steps of every drug of an infusate.</summary>
internal static class TitrationPlanning
{
    private const int MostSteps = 4;
    private const int ChildBelowYears = 16;

    public static IReadOnlyList<Titration> Of(
        Therapy therapy,
        LimitFacts facts,
        PlannedProgram program,
        ProgramComparison? comparison,
        EffectTimes effect,
        Formulary formulary,
        List<Finding> findings
    )
    {
        var narrowest = Narrowest(therapy, program, facts.Jurisdiction, formulary);
        var all = new List<Titration>();
        for (var i = 0; i < therapy.Infusate.Drugs.Count; i++)
        {
            var part = therapy.Infusate.Drugs[i];
            var now = program.Basal[i].Dose;
            var demand = program.Maximum[i].Dose > now ? program.Maximum[i].Dose - now : DoseRate.Zero;
            var ceilings = DoseCeilings.Of(therapy, facts, part, demand);
            var isNew = therapy.Previous?.Infusate.Of(part.Drug.Id) is null;
            var since = Since(therapy, part.Drug, comparison, effect);
            var arrival = effect.Arrival(part.Drug);
            var counted = since ?? (arrival.IsKnown ? arrival.At : null);
            var waits = Waits(therapy, part.Drug, arrival, since, counted, formulary);
            var work = new TitrationWork(therapy, part, now, demand, ceilings, isNew, counted, waits.Count > 1 ? waits[^1] : null);
            var options = Options(work, facts.Jurisdiction, formulary);
            all.Add(
                new Titration
                {
                    Drug = part.Drug,
                    Now = now,
                    Since = since,
                    Starts = isNew ? TestDoseStart.Starts(therapy, part.Drug, formulary) : [],
                    Options = options,
                    Ceilings = ceilings,
                    Narrowest = narrowest?.Drug,
                    NarrowestPercent = narrowest?.Percent,
                    Waits = waits,
                    Watch = part.Drug.Watch,
                    StopRules = formulary.StopRulesOf(part.Drug, therapy.Route),
                    Withdrawal = part.Drug.Withdrawal,
                    PlannedStop = part.Drug.PlannedStop,
                }
            );
            if (isNew)
            {
                TestDoseStart.Check(therapy, part.Drug, now, formulary, findings);
            }
        }

        AddUnverified(all, formulary, findings);
        return all;
    }

    /// <summary>Since when the patient gets the present dose: an unchanged dose since it was last changed, any other from when it arrives.</summary>
    private static Instant? Since(Therapy therapy, Drug drug, ProgramComparison? comparison, EffectTimes effect)
    {
        if (
            therapy.Previous is { } previous
            && comparison?.Drugs.FirstOrDefault(one => one.Drug.Id == drug.Id) is { } compared
            && compared.Old == compared.New
        )
        {
            return (previous.Changes.Count > 0 ? previous.Changes[^1] : previous.Since ?? previous.Fill?.At)?.ToInstant();
        }

        var arrival = effect.Arrival(drug);
        return arrival.IsKnown ? arrival.At : null;
    }

    private static List<TitrationWait> Waits(Therapy therapy, Drug drug, EffectTime arrival, Instant? since, Instant? counted, Formulary formulary)
    {
        var what =
            therapy.Previous is null ? "the fluid path primed with the infusate"
            : since is null && arrival.IsKnown ? $"since when this dose runs is not in the file; counted {arrival.Why}"
            : since is not null && since < therapy.Fill.Instant ? "this dose runs unchanged"
            : $"the dose at the tip, {arrival.Why}";
        var waits = new List<TitrationWait> { new(what, counted, null) };

        // No step before the last one has been watched: until the closest watch that is published for its start or rise has ended.
        if (formulary.ClosestWatchOf(drug, therapy.Route) is { } watch)
        {
            waits.Add(
                new TitrationWait(
                    $"the closest watch after a start or rise ({watch.Regime.Setting})",
                    counted + watch.Length,
                    watch.Regime.Provenance
                )
            );
        }

        return waits;
    }

    private static List<TitrationOption> Options(TitrationWork work, string? jurisdiction, Formulary formulary)
    {
        var drug = work.Part.Drug.Id;
        var rows = Rows(drug, work.Therapy, jurisdiction, formulary);
        var options = new List<TitrationOption>();
        foreach (var row in rows.Where(row => row.IsChange && IsForPatient(row, work.Therapy)))
        {
            var intervals = rows.Where(other => other.Interval is not null && other.Authority == row.Authority).ToList();
            var interval = row.Phase is null ? intervals.Find(other => other.Phase is null)?.Interval : null;
            var advised = row.Phase is null ? intervals.Find(other => other.Phase is "advised")?.Interval : null;
            var first = row.Phase is not "side-effects" && work.IsNew ? intervals.Find(other => other.Phase is "first-day")?.Interval : null;
            var note = row.Drug == drug ? row.Note : $"as {row.Drug}{(row.Note is { } said ? "; " + said : "")}";
            options.Add(
                new TitrationOption(
                    row.Authority,
                    row.Patients,
                    row.Phase,
                    Change(row),
                    interval,
                    advised,
                    row.Figure.Provenance,
                    note,
                    work.Steps(row, interval, first, row.Phase is null ? MostSteps : 1)
                )
            );
        }

        return options;
    }

    /// <summary>The rows of a drug; where one says that another drug's steps hold, those.</summary>
    private static IReadOnlyList<TitrationRow> Rows(string drug, Therapy therapy, string? jurisdiction, Formulary formulary)
    {
        var own = formulary.TitrationsOf(drug, therapy.Route, jurisdiction);
        return own.Any(row => row.IsChange) || own.FirstOrDefault(row => row.As is not null) is not { As: { } other }
            ? own
            : formulary.TitrationsOf(other, therapy.Route, jurisdiction);
    }

    /// <summary>Labels give steps by the origin of spasticity and for children: what the file tells rules out the others, what it does not tell leaves them.</summary>
    private static bool IsForPatient(TitrationRow row, Therapy therapy)
    {
        var conditions = therapy.Patient?.Conditions ?? [];
        var isChild = Patients.IsUnder(ChildBelowYears, therapy);
        return row.Patients switch
        {
            "child" => isChild is not false,
            "spinal-origin" => isChild is not true && !conditions.Contains("cerebral-origin", StringComparer.Ordinal),
            "cerebral-origin" => !conditions.Contains("spinal-origin", StringComparer.Ordinal),
            _ => true,
        };
    }

    private static string Change(TitrationRow row) => $"{(row.Phase is "side-effects" ? "down" : "up")} by {row.Figure.InWords()}";

    /// <summary>The drug whose largest step in per cent is the smallest of the mixture; <see langword="null"/> for one drug, or where a drug has none on file.</summary>
    private static (Drug Drug, decimal Percent)? Narrowest(Therapy therapy, PlannedProgram program, string? jurisdiction, Formulary formulary)
    {
        if (therapy.Infusate.Drugs.Count < 2 || therapy.Program is ConstantFlowProgram)
        {
            return null;
        }

        (Drug Drug, decimal Percent)? narrowest = null;
        foreach (var dose in program.Basal)
        {
            if (LeastShare(dose, Rows(dose.Drug.Id, therapy, jurisdiction, formulary), therapy) is not { } least)
            {
                return null;
            }

            if (narrowest is not { } held || least < held.Percent)
            {
                narrowest = (dose.Drug, least);
            }
        }

        return narrowest;
    }

    /// <summary>The smallest of the largest steps of a dose, in per cent; <see langword="null"/> if none is on file, or one of them cannot be told as a share.</summary>
    private static decimal? LeastShare(DrugDose dose, IReadOnlyList<TitrationRow> rows, Therapy therapy)
    {
        decimal? least = null;
        foreach (var row in rows.Where(row => row.Phase is null && row.IsChange && IsForPatient(row, therapy)))
        {
            var share = row.Percent?.Most ?? (row.Largest is { } largest && dose.Dose > DoseRate.Zero ? largest / dose.Dose * 100m : (decimal?)null);
            if (share is not { } known)
            {
                return null;
            }

            least = least < known ? least : known;
        }

        return least;
    }

    /// <summary>One finding for all drugs: each mark stands beside its step.</summary>
    private static void AddUnverified(List<Titration> all, Formulary formulary, List<Finding> findings)
    {
        var changes = new List<string>();
        Provenance? first = null;
        foreach (var titration in all)
        {
            foreach (var option in titration.Options.Where(option => option.Provenance.IsUnverified && option.Steps.Count > 0))
            {
                changes.Add($"{titration.Drug.Id} {option.Change}");
                first ??= option.Provenance;
            }
        }

        if (first is not null)
        {
            Unverified.Add(findings, "$.infusate.drugs", $"steps of titration, {string.Join(", ", changes)}", first, formulary);
        }
    }
}
