namespace Neuraxial;

/// <summary>How a mixture is made: what to open, what to draw up, what to make up with, what is left over. Exact; a pharmacist checks it and signs for it.</summary>
public sealed record Worksheet
{
    /// <summary>What is made: fill, overfill and dead space.</summary>
    public required Volume Total { get; init; }

    /// <summary>What is drawn up, in the order of the mixture. Their volumes and the diluent's are the total.</summary>
    public required IReadOnlyList<WorksheetPart> Parts { get; init; }

    /// <summary>What is made up with.</summary>
    public required WorksheetDiluent Diluent { get; init; }

    /// <summary>What is left of each opened container and of each dilution.</summary>
    public IReadOnlyList<WorksheetWaste> Waste => [.. Parts.SelectMany(WorksheetWaste.Of)];

    /// <summary>A line of the register for each controlled drug and product.</summary>
    public IReadOnlyList<RegisterLine> Register => [.. Parts.SelectMany(RegisterLine.Of)];

    /// <summary>Whether a drug is diluted before it goes into the mixture.</summary>
    public bool HasDilution => Parts.Any(part => part.Steps.Count > 0);
}

/// <summary>What is drawn from one stock.</summary>
public sealed record WorksheetPart
{
    /// <summary>What it is drawn from.</summary>
    public required Stock Stock { get; init; }

    /// <summary>What it brings into the mixture of each drug that the stock holds; the first is the drug that it is drawn for.</summary>
    public required IReadOnlyList<DrugMass> Masses { get; init; }

    /// <summary>What goes into the mixture: of the stock, or of its last dilution.</summary>
    public required Volume Volume { get; init; }

    /// <summary>What is drawn from the containers: the same, unless it is diluted first.</summary>
    public required Volume Drawn { get; init; }

    /// <summary>The dilutions, in order; empty if it goes in as it is.</summary>
    public IReadOnlyList<DilutionStep> Steps { get; internal init; } = [];

    /// <summary>What is opened, largest first; <see langword="null"/> if the sizes of its containers are not known.</summary>
    public required IReadOnlyList<ContainerCount>? Open { get; init; }

    /// <summary>Whether the file named the product or its strength; else it was chosen as an example.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>The drug that it is drawn for.</summary>
    public Drug Drug => Masses[0].Drug;

    /// <summary>How many containers are opened; <see langword="null"/> if their sizes are not known.</summary>
    public long? Count => Open is { } open ? ContainerChoice.Count(open) : null;

    /// <summary>What the opened containers hold; <see langword="null"/> if their sizes are not known.</summary>
    public Volume? Opened => Open is { } open ? ContainerChoice.Together(open) : null;

    /// <summary>What is drawn from the containers of a drug, the dilutions' leftovers included.</summary>
    internal Mass DrawnMass(DrugMass mass) => Steps.Count == 0 ? mass.Mass : Drawn * Stock.Of(mass.Drug.Id)!.Value;
}

/// <summary>The diluent of a worksheet.</summary>
/// <param name="Id">Its row in the formulary; <see langword="null"/> if nobody said which.</param>
/// <param name="Volume">What makes the drawn volumes up to the total; may be zero.</param>
/// <param name="ForStocks">What the dilutions take besides, and at most the dissolving of powders.</param>
public sealed record WorksheetDiluent(string? Id, Volume Volume, Volume ForStocks);

/// <summary>What is left over of an opened stock or of a dilution.</summary>
/// <param name="Stock">Of which stock.</param>
/// <param name="Step">Of which dilution, counted from 1; <see langword="null"/> if it is left in the opened containers.</param>
/// <param name="Volume">How much.</param>
/// <param name="Masses">What is in it.</param>
public sealed record WorksheetWaste(Stock Stock, int? Step, Volume Volume, IReadOnlyList<DrugMass> Masses)
{
    internal static IEnumerable<WorksheetWaste> Of(WorksheetPart part)
    {
        if (part.Opened is { } opened && opened > part.Drawn)
        {
            yield return new WorksheetWaste(
                part.Stock,
                null,
                opened - part.Drawn,
                [.. part.Masses.Select(mass => new DrugMass(mass.Drug, (opened * part.Stock.Of(mass.Drug.Id)!.Value).Without(part.DrawnMass(mass))))]
            );
        }

        for (var i = 0; i < part.Steps.Count; i++)
        {
            var step = part.Steps[i];
            var last = i + 1 == part.Steps.Count;
            var taken = last ? part.Volume : part.Steps[i + 1].Take;
            var mass = last ? part.Masses[0].Mass : taken * step.Gives;
            if (step.MakeUpTo > taken)
            {
                yield return new WorksheetWaste(
                    part.Stock,
                    i + 1,
                    step.MakeUpTo - taken,
                    [new DrugMass(part.Drug, (step.MakeUpTo * step.Gives).Without(mass))]
                );
            }
        }
    }
}

/// <summary>A line of the controlled drugs register: what was opened is what was used and what was wasted.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Schedule">Its schedule, with the mark of that figure.</param>
/// <param name="Stock">The product.</param>
/// <param name="Count">Containers opened; <see langword="null"/> if their sizes are not known.</param>
/// <param name="Opened">The drug in them; <see langword="null"/> if their sizes are not known.</param>
/// <param name="Used">The drug that went into the mixture.</param>
/// <param name="Wasted">The drug that was left over and is destroyed before a witness; <see langword="null"/> if the sizes are not known.</param>
public sealed record RegisterLine(Drug Drug, string Schedule, Stock Stock, long? Count, Mass? Opened, Mass Used, Mass? Wasted)
{
    internal static IEnumerable<RegisterLine> Of(WorksheetPart part)
    {
        foreach (var mass in part.Masses)
        {
            if (mass.Drug.ControlledSchedule is { } schedule)
            {
                var opened = part.Opened is { } volume ? volume * part.Stock.Of(mass.Drug.Id)!.Value : (Mass?)null;
                yield return new RegisterLine(mass.Drug, schedule, part.Stock, part.Count, opened, mass.Mass, opened?.Without(mass.Mass));
            }
        }
    }

    /// <summary>The balance as an equation: <c>30 mg opened = 26.25 mg used + 3.75 mg wasted</c>.</summary>
    public string Balance
    {
        get
        {
            var micrograms = Drug.ShownInMicrograms;
            return Opened is { } opened && Wasted is { } wasted
                ? $"{Display.Of(opened, micrograms)} opened = {Display.Of(Used, micrograms)} used + {Display.Of(wasted, micrograms)} wasted"
                : $"not known opened = {Display.Of(Used, micrograms)} used + not known wasted";
        }
    }
}
