namespace Neuraxial.Papers;

/// <summary>How the mixture is made, as a pharmacist works it out and a second one checks it.</summary>
internal static class CompoundingWorkings
{
    /// <summary>What is made in all.</summary>
    public static Working Total(Document document)
    {
        var fill = document.Therapy.Fill;
        var parts = Terms.Of(fill.Volume) + Terms.Of(fill.Overfill ?? Volume.Zero) + Terms.Of(fill.DeadSpace ?? Volume.Zero);
        return new Working("Volume to make", parts, Display.Of(document.Plan.Compounding.Total))
        {
            Note = $"fill, overfill ({Stated(fill.Overfill)}), dead space of set and filter ({Stated(fill.DeadSpace)})",
        };
    }

    /// <summary>From the wanted strengths to the volumes.</summary>
    public static IReadOnlyList<Working> Volumes(Document document, Worksheet worksheet)
    {
        var lines = new List<Working> { Total(document) };
        var total = Terms.Of(worksheet.Total);
        foreach (var part in worksheet.Parts)
        {
            Stock(part, lines);
            foreach (var mass in part.Masses)
            {
                var strength = Display.Of(Wanted(document, mass.Drug), mass.Drug.ShownInMicrograms);
                lines.Add(Terms.Mass($"{mass.Drug.Name} in the mixture", strength, wanted => wanted * total, Display.Of(mass)));
            }

            Dilutions(part, lines);
            var from = part.Steps.Count > 0 ? part.Steps[^1].Gives : part.Stock.Of(part.Drug.Id)!.Value;
            lines.Add(
                Drawn(
                    part.Steps.Count > 0 ? $"{part.Drug.Name}, draw up of the last dilution" : $"{part.Drug.Name}, draw up",
                    part.Masses[0],
                    from,
                    part.Volume
                )
            );
        }

        var drawn = worksheet.Parts.Select(part => Terms.Of(part.Volume)).Aggregate(total, (left, volume) => left - volume);
        lines.Add(new Working("Diluent", drawn, Display.Of(worksheet.Diluent.Volume)));
        lines.Add(
            new Working(
                "Check: all volumes together",
                worksheet.Parts.Select(part => Terms.Of(part.Volume)).Append(Terms.Of(worksheet.Diluent.Volume)).Aggregate((sum, next) => sum + next),
                Display.Of(worksheet.Total)
            )
        );
        return lines;
    }

    /// <summary>What is opened and what is left over of it.</summary>
    public static IReadOnlyList<Working> Leftovers(Worksheet worksheet)
    {
        var lines = new List<Working>();
        foreach (var part in worksheet.Parts.Where(part => part.Open is { Count: > 0 }))
        {
            var opened = part.Open!.Select(each => Term.Of(each.Count) * Terms.Of(each.Size)).Aggregate((sum, next) => sum + next);
            lines.Add(new Working($"{part.Stock.Name}: opened", opened, Display.Of(part.Opened!.Value)));
        }

        foreach (var waste in worksheet.Waste)
        {
            var part = worksheet.Parts.First(each => each.Stock == waste.Stock);
            var (all, taken, strength) = waste.Step is { } number
                ? (part.Steps[number - 1].MakeUpTo, number < part.Steps.Count ? part.Steps[number].Take : part.Volume, part.Steps[number - 1].Gives)
                : (part.Opened!.Value, part.Drawn, part.Stock.Of(part.Drug.Id)!.Value);
            var name = waste.Step is { } step ? $"{waste.Stock.Name}, dilution {Display.Number(step)}" : waste.Stock.Name;
            lines.Add(new Working($"{name}: left over", Terms.Of(all) - Terms.Of(taken), Display.Of(waste.Volume)));
            foreach (var mass in waste.Masses)
            {
                var held = waste.Step is null ? part.Stock.Of(mass.Drug.Id)!.Value : strength;
                lines.Add(
                    Terms.Mass(
                        $"{name}: {mass.Drug.Name} left over",
                        Display.Of(held, mass.Drug.ShownInMicrograms),
                        each => each * Terms.Of(waste.Volume),
                        Display.Of(mass)
                    )
                );
            }
        }

        return lines;
    }

    /// <summary>For the register: what was opened less what was used is what is destroyed.</summary>
    public static IReadOnlyList<Working> Register(Worksheet worksheet)
    {
        var lines = new List<Working>();
        foreach (var line in worksheet.Register.Where(line => line.Opened is not null && line.Wasted is not null))
        {
            var micrograms = line.Drug.ShownInMicrograms;
            var part = worksheet.Parts.First(each => each.Stock == line.Stock);
            lines.Add(
                Terms.Mass(
                    $"{line.Drug.Name}: in what was opened",
                    Display.Of(line.Stock.Of(line.Drug.Id)!.Value, micrograms),
                    strength => strength * Terms.Of(part.Opened!.Value),
                    Display.Of(line.Opened!.Value, micrograms)
                )
            );
            lines.Add(Wasted(line, micrograms));
        }

        return lines;
    }

    /// <summary>How far an assay is off.</summary>
    public static IReadOnlyList<Working> Assay(Document document) =>
        [
            .. document.Plan.Compounding.Assay.Select(assayed =>
            {
                var micrograms = assayed.Drug.ShownInMicrograms;
                var (measured, expected) = (Display.Of(assayed.Measured, micrograms), Display.Of(assayed.Expected, micrograms));
                var ratio = Terms.Converted(Term.Of(measured) / Term.Of(expected), Terms.IsMicrogram(measured), Terms.IsMicrogram(expected));
                return new Working(
                    $"{assayed.Drug.Name}, error of the assay",
                    (ratio - Term.Of(1m)) * Term.Of("100\u00a0%"),
                    Display.Percent(assayed.ErrorPercent)
                )
                {
                    Note = assayed.Severity is null ? "within tolerance" : "outside tolerance: not to be released",
                };
            }),
        ];

    private static Concentration Wanted(Document document, Drug drug) => document.Therapy.Infusate.Of(drug.Id) ?? Concentration.Zero;

    private static string Stated(Volume? volume) => volume is null ? "not stated, taken as none" : "as stated";

    /// <summary>The strength of a powder, once dissolved.</summary>
    private static void Stock(WorksheetPart part, List<Working> lines)
    {
        if (part.Stock.Powder is not { } powder)
        {
            return;
        }

        var micrograms = part.Drug.ShownInMicrograms;
        lines.Add(
            Terms.Mass(
                $"{part.Stock.Name}, dissolved and made up",
                Display.Of(powder, micrograms),
                mass => mass / Terms.Of(part.Stock.Sizes[0]),
                Display.Of(part.Stock.Of(part.Drug.Id)!.Value, micrograms)
            )
        );
    }

    private static void Dilutions(WorksheetPart part, List<Working> lines)
    {
        var micrograms = part.Drug.ShownInMicrograms;
        for (var i = 0; i < part.Steps.Count; i++)
        {
            var step = part.Steps[i];
            var name = $"{part.Drug.Name}, dilution {Display.Number(i + 1)}";
            lines.Add(
                new Working($"{name}: diluent", Terms.Of(step.MakeUpTo) - Terms.Of(step.Take), Display.Of(step.Diluent))
                {
                    Note = $"{Display.Of(step.Take)} of {Display.Of(step.Of, micrograms)}, made up to {Display.Of(step.MakeUpTo)}",
                }
            );
            lines.Add(
                Terms.Mass(
                    $"{name}: strength",
                    Display.Of(step.Of, micrograms),
                    strength => Terms.Of(step.Take) * strength / Terms.Of(step.MakeUpTo),
                    Display.Of(step.Gives, micrograms)
                )
            );
        }
    }

    /// <summary>A mass ÷ a strength.</summary>
    private static Working Drawn(string what, DrugMass mass, Concentration strength, Volume volume)
    {
        var (amount, per) = (Display.Of(mass), Display.Of(strength, mass.Drug.ShownInMicrograms));
        return new Working(
            what,
            Terms.Converted(Term.Of(amount) / Term.Of(per), Terms.IsMicrogram(amount), Terms.IsMicrogram(per)),
            Display.Of(volume)
        );
    }

    private static Working Wasted(RegisterLine line, bool micrograms)
    {
        var opened = Display.Of(line.Opened!.Value, micrograms);
        var used = Display.Of(line.Used, micrograms);
        var wasted = Display.Of(line.Wasted!.Value, micrograms);

        // All three in the unit of the result.
        Term In(string shown) => Terms.Converted(Term.Of(shown), Terms.IsMicrogram(shown), Terms.IsMicrogram(wasted));
        return new Working($"{line.Drug.Name}: to be destroyed before a witness", In(opened) - In(used), wasted);
    }
}
