namespace Neuraxial;

/// <summary>What a mixture is made from, and whether what was made is what was wanted.</summary>
internal static class CompoundingCalculators
{
    private const string From = " from ";
    private const string DrugExample = "expected a drug as \"morphine=3.5 mg/mL from 50 mg/mL\"";

    public static IReadOnlyList<Calculator> All { get; } =
    [
        new(
            "mix",
            "what to draw up of each stock for a mixture, and what to make up with",
            "mass = total x wanted; volume = mass / stock; diluent = total - all volumes",
            [
                new("total", "volume to make, as \"40 mL\"", InputKind.Required),
                new("drug", "drug, wanted concentration and stock, as \"morphine=3.5 mg/mL from 50 mg/mL\"", InputKind.Repeated),
            ],
            Mix
        ),
        new(
            "assay",
            "how far a measured concentration is from the wanted one, and whether the mixture may be released",
            "error = (measured - expected) / expected; blocked if it is more than the tolerance in either direction",
            [
                new("expected", "prescribed concentration, as \"10 mg/mL\"", InputKind.Required),
                new("measured", "concentration found, as \"9.2 mg/mL\"", InputKind.Required),
                new("tolerance", "largest error, as \"15 %\"; the formulary's if not given", InputKind.Optional),
            ],
            RunAssay
        ),
    ];

    private static CalculatorResult? Mix(CalculatorArguments input)
    {
        var total = input.Positive<Volume>("total");
        var drugs = input.Texts("drug").Select(text => ReadDrug(input, text)).ToList();
        foreach (var twice in drugs.OfType<WantedDrug>().GroupBy(wanted => wanted.Drug.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            input.Fault("drug", $"{twice.Key} is given {twice.Count()} times; expected each drug once");
        }

        if (!input.IsComplete)
        {
            return null;
        }

        var wanted = drugs.OfType<WantedDrug>().ToList();
        var making = Compounder.Make(wanted, total, diluent: null, CompoundingTerms.AnyVolume);
        return making.Worksheet is { } worksheet ? Made(worksheet) : NotMade(wanted, total, making.Cannot!.Obstacles);
    }

    private static CalculatorResult Made(Worksheet worksheet)
    {
        var sums = worksheet.Parts.Select(part =>
            $"{part.Drug.Id}: {worksheet.Total} x {Wanted(worksheet, part)} = {part.Masses[0].Mass}, / {part.Stock.Primary.Strength} = {part.Volume}"
        );
        var drawn = string.Concat(worksheet.Parts.Select(part => $" - {part.Volume}"));
        return new CalculatorResult($"{string.Join("; ", sums)}; {worksheet.Total}{drawn} = {worksheet.Diluent.Volume}")
            .Add(
                "parts",
                string.Join("; ", worksheet.Parts.Select(part => $"{part.Drug.Id} {Display.Of(part.Volume)} ({Display.Of(part.Masses[0])})")),
                json =>
                {
                    json.WriteStartArray();
                    foreach (var part in worksheet.Parts)
                    {
                        json.WriteStartObject();
                        json.WriteString("drug", part.Drug.Id);
                        json.WriteString("volume", part.Volume.ToString());
                        json.WriteString("mass", part.Masses[0].Mass.ToString());
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                }
            )
            .Add("diluent", worksheet.Diluent.Volume)
            .Add("block", "none: it can be made", json => json.WriteNullValue());
    }

    /// <summary>All obstacles: the first as the answer, since one drug too weak is enough to stop, and the others beside it.</summary>
    private static CalculatorResult NotMade(IReadOnlyList<WantedDrug> wanted, Volume total, IReadOnlyList<Obstacle> obstacles)
    {
        var sums = wanted.Select(drug =>
            $"{drug.Drug.Id}: {total} x {drug.Concentration} / {drug.Stocks[0].Primary.Strength} = {total * drug.Concentration / drug.Stocks[0].Primary.Strength}"
        );
        return new CalculatorResult($"{string.Join("; ", sums)}; more than {total}") { IsBlocked = true }
            .Add("parts", "cannot be made", json => json.WriteNullValue())
            .Add("diluent", "cannot be made", json => json.WriteNullValue())
            .Add(
                "block",
                string.Join(" ", obstacles.Select(obstacle => obstacle.Message)),
                json =>
                {
                    json.WriteStartObject();
                    json.WriteString("code", FindingKinds.CompoundingImpossible.Code);
                    json.WriteString("constraint", obstacles[0].ConstraintWord);
                    json.WriteString("message", string.Join(" ", obstacles.Select(obstacle => obstacle.Message)));
                    json.WriteStartArray("obstacles");
                    foreach (var obstacle in obstacles)
                    {
                        PlanJson.WriteObstacle(json, obstacle);
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }
            );
    }

    private static Concentration Wanted(Worksheet worksheet, WorksheetPart part) => part.Masses[0].Mass / worksheet.Total;

    /// <summary>One drug: its name, an equals sign, what is wanted, "from", the stock. Per cent only of a local anaesthetic (HZ-02).</summary>
    private static WantedDrug? ReadDrug(CalculatorArguments input, string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        var from = text.IndexOf(From, StringComparison.Ordinal);
        if (equals <= 0 || from < equals)
        {
            input.Fault("drug", $"'{Printable.OneLine(text, 60)}' has no {(equals <= 0 ? "'='" : "'from'")} in its place; {DrugExample}");
            return null;
        }

        var drug = DrugName.Find(text[..equals].Trim(), input.Formulary, suggest: true, out var problem);
        if (drug is null)
        {
            input.Fault("drug", problem);
        }

        var wanted = Strength(input, drug, text[(equals + 1)..from].Trim());
        var stock = Strength(input, drug, text[(from + From.Length)..].Trim());
        return drug is not null && wanted is { } concentration && stock is { } strength ? WantedDrug.From(drug, concentration, strength) : null;
    }

    private static Concentration? Strength(CalculatorArguments input, Drug? drug, string text)
    {
        // A drug that is not known may be a local anaesthetic: its name is the fault, not its per cent.
        var parsed = drug is null or { IsLocalAnaesthetic: true }
            ? QuantityText.ParseLocalAnaestheticConcentration(text)
            : QuantityText.Parse<Concentration>(text);
        if (!parsed.Succeeded)
        {
            input.Fault("drug", parsed.Problem);
            return null;
        }

        if (parsed.Value == Concentration.Zero)
        {
            input.Fault("drug", $"{parsed.Value} is nothing; expected more");
            return null;
        }

        return parsed.Value;
    }

    private static CalculatorResult? RunAssay(CalculatorArguments input)
    {
        var expected = input.Positive<Concentration>("expected");
        var measured = input.Quantity<Concentration>("measured");
        var tolerance = ReadTolerance(input);
        if (!input.IsComplete)
        {
            return null;
        }

        var error = Assay.ErrorPercent(expected, measured);
        var severity = Assay.Judge(expected, measured, tolerance);
        return new CalculatorResult(
            $"({measured} - {expected}) / {expected} = {QuantityText.Number(error)} %; tolerance {QuantityText.Number(tolerance)} %"
        )
        {
            IsBlocked = severity is not null,
        }
            .Number("errorPercent", error, Display.Percent(error))
            .Text(
                "severity",
                severity is { } weight ? Finding.Severities.Word(weight) : "none",
                severity is null ? "within tolerance" : "block: outside tolerance, not to be released"
            );
    }

    private static decimal ReadTolerance(CalculatorArguments input)
    {
        if (!input.Has("tolerance"))
        {
            return input.Formulary.Setting(Assay.ToleranceSetting).Number!.Value;
        }

        var parsed = QuantityText.ParsePercent(input.Texts("tolerance")[0]);
        if (!parsed.Succeeded)
        {
            input.Fault("tolerance", parsed.Problem);
            return 0m;
        }

        return parsed.Value;
    }
}
