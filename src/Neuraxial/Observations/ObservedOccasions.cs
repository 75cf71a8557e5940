namespace Neuraxial;

/// <summary>Something in a plan from which observation is counted.</summary>
/// <param name="Event">What.</param>
/// <param name="Drug">Of which drug; <see langword="null"/> for the infusion as a whole.</param>
/// <param name="From">From when.</param>
/// <param name="Why">In words.</param>
internal sealed record ObservedOccasion(ObservedEvent Event, Drug? Drug, EffectTime From, string Why)
{
    /// <summary>A regime for any drug goes by what happens to the infusion, one that names drugs by what happens to a drug.</summary>
    public bool IsOf(Regime regime) => Drug is null ? !regime.NamesDrugs : regime.NamesDrugs && regime.IsFor(Drug);
}

/// <summary>Reads off a therapy what begins observation.</summary>
internal static class ObservedOccasions
{
    public static IEnumerable<ObservedOccasion> Of(Therapy therapy, ProgramComparison? comparison, EffectTimes effect)
    {
        var fill = new EffectTime(effect.Fill, true, "from the fill");
        if (therapy.Previous is not { } previous)
        {
            yield return new ObservedOccasion(ObservedEvent.Start, null, effect.NewInfusate, "the infusion starts");
        }
        else
        {
            yield return new ObservedOccasion(ObservedEvent.Refill, null, fill, "the container is refilled");
            if (comparison is null)
            {
                yield return new ObservedOccasion(ObservedEvent.Rise, null, effect.NewInfusate, "the old program is not known, so taken as a rise");
            }
            else if (comparison.Drugs.Any(drug => drug.New > drug.Old))
            {
                yield return new ObservedOccasion(ObservedEvent.Rise, null, effect.NewInfusate, "a dose rises");
            }

            foreach (var stopped in previous.Infusate.Drugs.Where(part => therapy.Infusate.Of(part.Drug.Id) is null))
            {
                yield return new ObservedOccasion(ObservedEvent.Stop, stopped.Drug, effect.NewInfusate, $"{stopped.Drug.Id} is left out");
            }
        }

        foreach (var part in therapy.Infusate.Drugs)
        {
            foreach (var occasion in OfDrug(part.Drug, therapy, comparison, effect, fill))
            {
                yield return occasion;
            }
        }

        foreach (var test in therapy.TestDoses.Where(test => test.Positive is null && test.Lasted is null))
        {
            // With a result it has been given and watched; without one it lies ahead.
            var drug = therapy.Infusate.Primary.Drug;
            var from = new EffectTime(test.At.ToInstant(), true, "from the test dose");
            var why = $"test dose of {Display.Of(test.Dose, drug.ShownInMicrograms)} of {drug.Id}";
            yield return new ObservedOccasion(ObservedEvent.TestDose, drug, from, why);
            yield return new ObservedOccasion(ObservedEvent.Bolus, drug, from, why);
        }

        if (therapy.Program.Demand is { } demand && therapy.Route == Route.Epidural)
        {
            yield return new ObservedOccasion(ObservedEvent.Bolus, null, default, $"demand boluses of {Display.Of(demand.Volume)}");
        }
    }

    private static IEnumerable<ObservedOccasion> OfDrug(
        Drug drug,
        Therapy therapy,
        ProgramComparison? comparison,
        EffectTimes effect,
        EffectTime fill
    )
    {
        if (therapy.Previous?.Infusate.Of(drug.Id) is null)
        {
            yield return new ObservedOccasion(ObservedEvent.Start, drug, effect.NewInfusate, $"{drug.Id} starts");
            yield break;
        }

        var compared = comparison?.Drugs.FirstOrDefault(one => one.Drug.Id == drug.Id);
        if (compared is not null && compared.New <= compared.Old)
        {
            yield break;
        }

        var micrograms = drug.ShownInMicrograms;
        var why = compared is null
            ? $"{drug.Id}, whose old dose is not known, taken as a rise"
            : $"{drug.Id} rises from {Display.Of(compared.Old, micrograms)} to {Display.Of(compared.New, micrograms)}";
        yield return new ObservedOccasion(ObservedEvent.Rise, drug, fill, why);

        // What flows at the tip changes twice: with the setting, and when the new infusate arrives.
        if (effect.Changes && effect.NewInfusate.At != fill.At)
        {
            yield return new ObservedOccasion(ObservedEvent.Rise, drug, effect.NewInfusate, why);
        }
    }
}
