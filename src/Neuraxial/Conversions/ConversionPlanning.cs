namespace Neuraxial;

/// <summary>Holds every opioid that is given besides against every opioid of the infusate.</summary>
internal static class ConversionPlanning
{
    private const string Path = "$.currentOpioids";

    public static bool IsSpinal(string route) => route is "epidural" or "intrathecal";

    public static IReadOnlyList<PlannedConversion> Of(
        Therapy therapy,
        PlannedProgram program,
        EffectTimes effect,
        Formulary formulary,
        List<Finding> findings
    )
    {
        var all = new List<PlannedConversion>();
        foreach (var dose in program.Basal.Where(dose => dose.Drug.IsOpioid))
        {
            var to = new DrugByRoute(dose.Drug.Id, TherapyFile.Routes.Word(therapy.Route));
            var isStart = therapy.Previous?.Infusate.Of(dose.Drug.Id) is null;
            var converted = From(therapy, isStart)
                .Where(source => source.From != to)
                .Select(source => new Converted(source.IsPrevious, Conversion.Of(source.From, to, source.Dose, formulary)))
                .ToList();
            var (low, high) = (Sum(converted, conversion => conversion.Low), Sum(converted, conversion => conversion.High));
            var position = isStart && low is { } least && high is { } most ? Position(dose.Dose, least, most) : (BandPosition?)null;
            foreach (var (isPrevious, conversion) in converted)
            {
                var taper =
                    isPrevious || IsSpinal(conversion.From.Route)
                        ? null
                        : OpioidTaper.Of(conversion.Given, effect.Arrival(dose.Drug).At, therapy.Indication, formulary);
                all.Add(new PlannedConversion(conversion, isPrevious, isStart, dose.Dose, low, high, position, taper));
            }

            if (isStart && converted.Count > 0)
            {
                AddFindings(dose, converted.ConvertAll(one => one.Conversion), low, high, position, formulary, findings);
            }
        }

        return all;
    }

    /// <summary>What is given besides; at a start also what was in the pump before and is left out.</summary>
    private static IEnumerable<GivenOpioid> From(Therapy therapy, bool isStart)
    {
        foreach (var opioid in therapy.CurrentOpioids ?? [])
        {
            yield return new GivenOpioid(false, new DrugByRoute(opioid.Drug, opioid.Route), opioid.Dose);
        }

        if (!isStart || therapy.Previous is not { Program: { } program } previous)
        {
            yield break;
        }

        var mean = program.Cycle(therapy.Pump.Model.Semantics.BasalOrWorst).Mean;
        foreach (var part in previous.Infusate.Drugs.Where(part => part.Drug.IsOpioid && therapy.Infusate.Of(part.Drug.Id) is null))
        {
            yield return new GivenOpioid(true, new DrugByRoute(part.Drug.Id, TherapyFile.Routes.Word(therapy.Route)), part.Concentration * mean);
        }
    }

    private static DoseRate? Sum(List<Converted> converted, Func<Conversion, DoseRate?> end)
    {
        if (converted.Count == 0)
        {
            return null;
        }

        var sum = DoseRate.Zero;
        foreach (var (_, conversion) in converted)
        {
            if (end(conversion) is not { } dose)
            {
                return null;
            }

            sum += dose;
        }

        return sum;
    }

    private static BandPosition Position(DoseRate dose, DoseRate low, DoseRate high) =>
        dose < low ? BandPosition.Below
        : dose > high ? BandPosition.Above
        : BandPosition.Inside;

    private static void AddFindings(
        DrugDose dose,
        List<Conversion> conversions,
        DoseRate? low,
        DoseRate? high,
        BandPosition? position,
        Formulary formulary,
        List<Finding> findings
    )
    {
        foreach (var conversion in conversions.Where(conversion => conversion.Band.Count == 0))
        {
            findings.Add(Unknown(dose, conversion, formulary));
        }

        var micrograms = dose.Drug.ShownInMicrograms;
        if (position is BandPosition.Above)
        {
            findings.Add(
                FindingKinds.ConversionAboveBand.Confirm(
                    "$.program",
                    $"{dose.Drug.Id} starts at {Display.Of(dose)}, above everything that any published ratio makes of {All(conversions)}: the band ends at {Display.Of(high!.Value, micrograms)}, before any reduction."
                ) with
                {
                    Value = dose.Dose.ToString(),
                    Limit = high.Value.ToString(),
                    Source = Sources(conversions, conversion => conversion.Band[^1], formulary),
                    NeedsSecondPerson = true,
                }
            );
        }
        else if (position is BandPosition.Below)
        {
            findings.Add(
                FindingKinds.ConversionBelowBand.Warn(
                    "$.program",
                    $"{dose.Drug.Id} starts at {Display.Of(dose)}, below everything that a published ratio makes of {All(conversions)}: the band begins at {Display.Of(low!.Value, micrograms)}. If the opioid given before is stopped at once, expect pain and withdrawal."
                ) with
                {
                    Value = dose.Dose.ToString(),
                    Limit = low.Value.ToString(),
                    Source = Sources(conversions, conversion => conversion.Band[0], formulary),
                }
            );
        }
    }

    private static Finding Unknown(DrugDose dose, Conversion conversion, Formulary formulary)
    {
        var start = $"{Display.Of(conversion.Given)} of {conversion.From} beside {dose.Drug.Id} at {Display.Of(dose)}: ";
        if (conversion.Refused is { } refused)
        {
            return FindingKinds.ConversionRefused.Unknown(
                Path,
                $"{start}not converted. {refused.From} to {refused.To}: {refused.Figure.Text ?? refused.Applies}. A second person works the start dose out."
            ) with
            {
                Source = formulary.Cite(refused.Figure.Provenance),
                NeedsSecondPerson = true,
            };
        }

        return FindingKinds.ConversionUnknown.Unknown(
            Path,
            $"{start}no ratio from {conversion.From} to {conversion.To} is on file, so the start dose cannot be held against what was given before. A second person works it out."
        ) with
        {
            NeedsSecondPerson = true,
        };
    }

    private static string All(List<Conversion> conversions) =>
        string.Join(" and ", conversions.Select(conversion => $"{Display.Of(conversion.Given)} of {conversion.From}"));

    private static string Sources(List<Conversion> conversions, Func<Conversion, ConvertedDose> row, Formulary formulary) =>
        string.Join(
            "; ",
            conversions
                .SelectMany(conversion => row(conversion).Basis)
                .Select(ratio =>
                    $"{ratio.Figure} : 1 {(ratio.Applies is { } applies ? $"({applies}) " : "")}{formulary.Cite(ratio.Figure.Provenance)}"
                )
                .Distinct(StringComparer.Ordinal)
        );

    /// <summary>An opioid that is given besides, or was in the pump before.</summary>
    private sealed record GivenOpioid(bool IsPrevious, DrugByRoute From, DoseRate Dose);

    /// <summary>What it comes to.</summary>
    private sealed record Converted(bool IsPrevious, Conversion Conversion);
}
