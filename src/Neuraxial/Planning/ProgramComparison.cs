using NodaTime;

namespace Neuraxial;

/// <summary>One drug before and after.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Old">The dose a day before.</param>
/// <param name="New">The dose a day now.</param>
/// <param name="Hours">By hour of the day on the pump's clock, 24 entries.</param>
public sealed record ComparedDrug(Drug Drug, DoseRate Old, DoseRate New, IReadOnlyList<ComparedHour> Hours)
{
    /// <summary>New ÷ old; <see langword="null"/> if there was none before.</summary>
    public decimal? Ratio => Old > DoseRate.Zero ? New / Old : null;
}

/// <summary>One hour of the day before and after.</summary>
/// <param name="Old">What the old program gives in it.</param>
/// <param name="New">What the new program gives in it.</param>
public sealed record ComparedHour(Mass Old, Mass New);

/// <summary>Old and new program side by side: each drug per 24 hours and by hour of the day, without demand boluses.</summary>
/// <param name="Drugs">Every drug of either infusate.</param>
public sealed record ProgramComparison(IReadOnlyList<ComparedDrug> Drugs)
{
    /// <summary>From this factor on a change is confirmed, up or down.</summary>
    private const decimal Doubled = 2m;

    /// <summary>What division leaves of an exact factor is not let slip under it.</summary>
    private const decimal WithRest = 1.000_000_001m;

    /// <summary>From this factor on a rise is blocked.</summary>
    private const decimal Fivefold = 5m;

    internal static ProgramComparison? Of(Therapy therapy, List<Finding> findings)
    {
        if (therapy.Previous is not { } previous)
        {
            return null;
        }

        if (previous.Program is not { } old)
        {
            findings.Add(
                FindingKinds.PreviousProgramUnknown.Unknown(
                    "$.previous.program",
                    "The old program is not in the file: old and new doses cannot be compared."
                )
            );
            return null;
        }

        var basal = therapy.Pump.Model.Semantics.BasalOrWorst;
        var before = Day.Of(old, basal);
        var after = Day.Of(therapy.Program, basal);
        var drugs = previous.Infusate.DrugsWith(therapy.Infusate);
        var comparison = new ProgramComparison([
            .. drugs.Select(drug => Compare(drug, before, previous.Infusate.Of(drug.Id), after, therapy.Infusate.Of(drug.Id))),
        ]);
        foreach (var drug in comparison.Drugs)
        {
            AddChange(drug, findings);
        }

        return comparison;
    }

    private static ComparedDrug Compare(Drug drug, Day before, Concentration? old, Day after, Concentration? now)
    {
        var was = old ?? Concentration.Zero;
        var becomes = now ?? Concentration.Zero;
        var hours = new List<ComparedHour>(24);
        for (var hour = 0; hour < 24; hour++)
        {
            hours.Add(new ComparedHour(before.Hours[hour] * was, after.Hours[hour] * becomes));
        }

        return new ComparedDrug(drug, before.Mean * was, after.Mean * becomes, hours);
    }

    /// <summary>What a program delivers in each hour of an ordinary day (a Monday, where days differ); one that does not go by the clock gives its mean.</summary>
    private sealed record Day(FlowRate Mean, Volume[] Hours)
    {
        private static readonly LocalDateTime Monday = new(2024, 1, 1, 0, 0);

        public static Day Of(InfusionProgram program, BasalDuringBolus basal)
        {
            var oneHour = Duration.FromHours(1);
            var cycle = program.Cycle(basal);
            var hours = new Volume[24];
            for (var hour = 0; hour < hours.Length; hour++)
            {
                hours[hour] = program is FlexProgram ? cycle.During(program.PositionAt(Monday.PlusHours(hour)), oneHour) : cycle.Mean * oneHour;
            }

            return new Day(cycle.Mean, hours);
        }
    }

    /// <summary>
    /// A daily dose that doubles or halves, or more, and what slip would explain it (HZ-01, HZ-04). A fall is confirmed and never blocked: doses are
    /// weaned; but a fall by a slip is withdrawal (HZ-38).
    /// </summary>
    private static void AddChange(ComparedDrug drug, List<Finding> findings)
    {
        if (drug.Ratio is not { } ratio || ratio == 0m)
        {
            return;
        }

        var factor = ratio >= 1m ? ratio : 1m / ratio;
        if (factor * WithRest < Doubled)
        {
            return;
        }

        var micrograms = drug.Drug.ShownInMicrograms;
        var message =
            $"{drug.Drug.Id} goes from {Display.Of(drug.Old, micrograms)} to {Display.Of(drug.New, micrograms)}, {Display.Times(ratio)} as much.{DoseSlip.Of(factor)}";
        var blocked = ratio * WithRest >= Fivefold;
        var finding = blocked ? FindingKinds.DoseChanged.Block("$.program", message) : FindingKinds.DoseChanged.Confirm("$.program", message);
        findings.Add(
            finding with
            {
                Value = $"{QuantityText.Number(ratio)} times",
                Limit =
                    blocked ? $"{Fivefold} times"
                    : ratio > 1m ? $"{Doubled} times"
                    : $"1/{Doubled} times",
                Source = "hazard log HZ-01, derived",
            }
        );
    }
}
