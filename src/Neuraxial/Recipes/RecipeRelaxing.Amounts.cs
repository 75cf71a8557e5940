using NodaTime;

namespace Neuraxial;

/// <content>How far a wish has to move: the amounts that the bounds leave, rounded to the side that is enough.</content>
internal static partial class RecipeRelaxing
{
    private sealed partial class Relaxing
    {
        /// <summary>The highest rate that is left by the upper bounds that pass a test.</summary>
        private FlowRate? Highest(Func<RateBound, bool> counts)
        {
            var upper = bounds.Where(bound => !bound.IsLower && counts(bound)).Select(bound => bound.Rate).DefaultIfEmpty().Min();
            return terms.Flows.Fixed ?? terms.Flows.Down(upper);
        }

        /// <summary>The lowest rate that is left by the lower bounds that pass a test.</summary>
        private FlowRate? Lowest(Func<RateBound, bool> counts)
        {
            var lower = bounds.Where(bound => bound.IsLower && counts(bound)).Select(bound => bound.Rate).DefaultIfEmpty().Max();
            return terms.Flows.Fixed ?? terms.Flows.Up(lower);
        }

        /// <summary>The dose of one drug nearest to the wanted one that its own bounds allow beside those of the others.</summary>
        private DoseRate? Fitting(int i)
        {
            var drug = terms.Drugs[i];
            var dose = drug.Wanted!.Value;
            foreach (var limit in drug.Doses)
            {
                dose = Min(dose, limit.Dose!.Value);
            }

            // A drug's own bounds grow with its dose: what is at most needed is the share that the others leave.
            bool Others(RateBound bound) => bound.Drug != drug;
            if (Highest(Others) is not { } most || Lowest(Others) is not { } least)
            {
                return dose;
            }

            foreach (var bound in bounds.Where(bound => bound.Drug == drug))
            {
                if (bound.IsLower && bound.Rate > most)
                {
                    dose = Min(dose, drug.Wanted.Value * (most / bound.Rate));
                }
                else if (!bound.IsLower && bound.Rate < least)
                {
                    dose = Max(dose, drug.Wanted.Value * (least / bound.Rate));
                }
            }

            return dose;
        }

        /// <summary>The strength of stock that one drug needs at the highest rate that is left, beside what the others take of the fill.</summary>
        private Concentration? Needed(int i)
        {
            var rate = Highest(_ => true);
            if (rate is not { } flow || flow == FlowRate.Zero)
            {
                return null;
            }

            var fill = terms.Container.MostFill;
            var left = recipe.Residual?.Volume ?? Volume.Zero;
            Mass Missing(RecipeDrug drug)
            {
                var (whole, brought) = (drug.Target(flow) * (fill + left), left * drug.Residual);
                return whole > brought ? whole - brought : Mass.Zero;
            }

            var room = fill;
            var strongest = RecipeConflicts.Strongest(recipe);
            for (var other = 0; other < recipe.Wanted.Count; other++)
            {
                if (other != i && strongest[other] is { } stock)
                {
                    var taken = Missing(terms.Drugs[other]) / stock.Strength;
                    room = room > taken ? room - taken : Volume.Zero;
                }
            }

            return room == Volume.Zero ? null : Missing(terms.Drugs[i]) / room;
        }

        private string Marketed(Drug drug, Concentration strength)
        {
            var enough = formulary
                .Rows("preparations")
                .Where(row =>
                    row.Rows("drugs") is [var held]
                    && held.Text("drug") == drug.Id
                    && held.Figure("strength")?.Quantity<Concentration>() >= strength
                    && (recipe.Jurisdiction is not { } here || row.Text("region") == here)
                    && RecipeFindings.IsSuitable(row, recipe.Route)
                )
                .Select(row => row.Id)
                .ToList();
            return enough.Count == 0
                ? " The formulary holds no preparation of that strength for this route."
                : $" In the formulary: {string.Join(", ", enough)}.";
        }

        private Recipe Tolerating(decimal percent) =>
            recipe with
            {
                Wanted =
                [
                    .. recipe.Wanted.Select(
                        (wanted, i) => terms.Drugs[i].TolerancePercent < percent ? wanted with { TolerancePercent = percent } : wanted
                    ),
                ],
            };

        private Recipe With(int i, WantedDose drug) => With(recipe, i, drug);

        private static Recipe With(Recipe changed, int i, WantedDose drug) =>
            changed with
            {
                Wanted = [.. changed.Wanted.Select((wanted, at) => at == i ? drug : wanted)],
            };

        private static Duration Rounded(Duration time, Duration unit) =>
            Duration.FromNanoseconds((long)decimal.Floor(time.Over(unit)) * unit.ToInt64Nanoseconds());

        private static DoseRate Significant(DoseRate dose, bool down) => DoseRate.FromMicrogramsPerDay(Significant(dose.InMicrogramsPerDay(), down));

        private static Concentration Significant(Concentration strength, bool down) =>
            Concentration.FromMicrogramsPerMillilitre(Significant(strength.InMicrogramsPerMillilitre(), down));

        /// <summary>Three significant digits, rounded away from what was found not to be enough.</summary>
        private static decimal Significant(decimal number, bool down)
        {
            const decimal Digits = 100m;
            if (number <= 0m)
            {
                return 0m;
            }

            var unit = 1m;
            while (unit * Digits * 10m <= number)
            {
                unit *= 10m;
            }

            while (unit * Digits > number && unit > 0.000001m)
            {
                unit /= 10m;
            }

            return unit * (down ? decimal.Floor(number / unit) : decimal.Ceiling(number / unit));
        }

        private static DoseRate Min(DoseRate one, DoseRate other) => one < other ? one : other;

        private static DoseRate Max(DoseRate one, DoseRate other) => one > other ? one : other;
    }
}
