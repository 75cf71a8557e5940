namespace Neuraxial.Papers;

/// <summary>A bridge as a person works it out on paper, in its order (pumps D7).</summary>
internal static class BridgeWorkings
{
    public static IReadOnlyList<Working> Lines(Document document, Bridge bridge)
    {
        var drug = bridge.Drug;
        var part = bridge.Drugs.First(each => each.Drug == drug);
        var old = Display.Of(part.Old!.Value, drug.ShownInMicrograms);
        var lead = Display.Of(part.Wanted!.Value, drug.ShownInMicrograms);
        var told = new InfusateDrug(bridge.ProgrammedDrug, document.Therapy.Infusate.Of(bridge.ProgrammedDrug.Id)!.Value);
        var volume = Terms.Of(bridge.Volume);
        var rate = Terms.Of(bridge.Rate);
        var newRate = document.Plan.Program.Mean;
        List<Working> lines =
        [
            new Working(
                "Old infusate in the fluid path",
                Terms.Of(bridge.Parts[0].Volume) + Terms.Of(bridge.Parts[1].Volume),
                Display.Of(bridge.Volume)
            )
            {
                Note = "tubing inside the pump, or line, and catheter",
            },
            new Working(
                "Rate at which the old infusate gives the wanted dose",
                Terms.Converted(Term.Of(lead) / Term.Of(old), Terms.IsMicrogram(lead), Terms.IsMicrogram(old)),
                Display.Of(bridge.Rate)
            )
            {
                Note = $"wanted dose of {drug.Name} ÷ its old strength",
            },
            Terms.Lasting("How long that takes", volume / rate, bridge.Duration),
        ];
        lines.AddRange(
            bridge
                .Parts.Where(each => each.Volume > Volume.Zero)
                .Select(each => Terms.Lasting($"Of that, the {each.Name}", Terms.Of(each.Volume) / rate, each.Duration))
        );
        lines.AddRange([
            Terms.Mass(
                $"What the pump is told, in units of the new strength of {bridge.ProgrammedDrug.Name}",
                Display.Of(told),
                strength => volume * strength,
                Display.Of(new DrugMass(bridge.ProgrammedDrug, bridge.Programmed))
            ),
            Terms.Mass(
                $"What the patient gets of {drug.Name} meanwhile",
                old,
                strength => volume * strength,
                Display.Of(bridge.Delivered, drug.ShownInMicrograms)
            ),
            Terms.Mass(
                "What the programmer shows as the daily dose, which is not what the patient gets",
                Display.Of(told),
                strength => strength * rate,
                Display.Of(new DrugDose(bridge.ProgrammedDrug, bridge.Shown))
            ),
            Terms.Mass(
                $"Without a bridge, {drug.Name}",
                old,
                strength => strength * Terms.Of(newRate),
                Display.Of(bridge.UnbridgedDose, drug.ShownInMicrograms)
            ),
            Terms.Lasting("For how long, without a bridge", volume / Terms.Of(newRate), bridge.UnbridgedDuration),
            Terms.Lasting("The bridge if the path is a fifth smaller", volume * Term.Of(0.8m) / rate, bridge.Sensitivity.Smaller),
            Terms.Lasting("The bridge if the path is a fifth larger", volume * Term.Of(1.2m) / rate, bridge.Sensitivity.Larger),
        ]);
        var start = document.Therapy.Fill.Instant;
        lines.Add(Dates.Later("End of the bridge if it starts at the fill", document, start, bridge.Duration));
        return lines;
    }

    /// <summary>What every drug of the old infusate does during the bridge, and without one.</summary>
    public static IReadOnlyList<Working> EachDrug(Bridge bridge)
    {
        var lines = new List<Working>();
        foreach (var drug in bridge.Drugs)
        {
            if (drug.Old is not { } old)
            {
                continue;
            }

            var micrograms = drug.Drug.ShownInMicrograms;
            lines.Add(
                Terms.Mass(
                    $"{drug.Drug.Name}, with the bridge",
                    Display.Of(old, micrograms),
                    strength => strength * Terms.Of(bridge.Rate),
                    Display.Of(drug.Bridged, micrograms)
                )
            );
            if (drug.Wanted is { } wanted && wanted > DoseRate.Zero && drug.Drug != bridge.Drug)
            {
                lines.Add(
                    new Working(
                        $"{drug.Drug.Name}, that dose against the wanted one",
                        Ratio(drug.Bridged, wanted, micrograms),
                        Display.Times(drug.BridgedRatio!.Value)
                    )
                );
            }
        }

        return lines;
    }

    /// <summary>One dose ÷ another of the same drug, in times.</summary>
    public static Term Ratio(DoseRate dose, DoseRate of, bool micrograms)
    {
        var (one, other) = (Display.Of(dose, micrograms), Display.Of(of, micrograms));
        return Terms.Converted(Term.Of(one) / Term.Of(other), Terms.IsMicrogram(one), Terms.IsMicrogram(other));
    }
}
