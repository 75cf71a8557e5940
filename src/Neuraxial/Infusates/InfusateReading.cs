namespace Neuraxial;

/// <summary>Reads a mixture of a therapy file.</summary>
internal static class InfusateReading
{
    private static readonly Concentration Weakest = Concentration.FromMicrogramsPerMillilitre(0.001m);
    private static readonly Concentration Strongest = Concentration.FromMilligramsPerMillilitre(1_000m);

    public static Infusate? Read(JsonMembers infusate, Formulary formulary)
    {
        var diluent = infusate.OptionalText("diluent", "a diluent such as sodium-chloride-0.9");
        if (diluent is not null && formulary.Row("diluents", diluent) is null)
        {
            infusate.Fault(
                "diluent",
                $"unknown diluent '{Printable.OneLine(diluent, 40)}'; expected one of {string.Join(", ", formulary.Rows("diluents").Select(row => row.Id))}"
            );
        }

        var array = infusate.Required("drugs", "an array of at least one { \"drug\", \"concentration\" }");
        var drugs = infusate.Objects("drugs", array, part => ReadDrug(part, formulary));
        if (array is { ValueKind: System.Text.Json.JsonValueKind.Array } list && list.GetArrayLength() == 0)
        {
            infusate.Fault("drugs", "no drug; expected at least one");
        }

        foreach (var twice in drugs.GroupBy(part => part.Drug.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            infusate.Fault("drugs", $"{twice.Key} stands {twice.Count()} times; expected each drug once with its concentration in the mixture");
        }

        infusate.Close();
        return drugs.Count == 0 ? null : new Infusate(drugs, diluent);
    }

    /// <summary>Looks a drug up; reports one that is unknown, misspelt, or never given by the spinal route whoever orders it (HZ-16, HZ-24).</summary>
    public static Drug? FindDrug(JsonMembers members, string name, string id, Formulary formulary)
    {
        if (DrugName.Find(id, formulary, suggest: !members.Problems.IsFull, out var problem) is { } drug)
        {
            return drug;
        }

        members.Fault(name, problem);
        return null;
    }

    private static InfusateDrug? ReadDrug(JsonMembers part, Formulary formulary)
    {
        var drug = part.RequiredText("drug", "an international name") is { } id ? FindDrug(part, "drug", id, formulary) : null;
        var preparation = ReadPreparation(part, drug, formulary);
        var stock = ReadStrength(part, "stock", drug);
        var measured = ReadStrength(part, "measured", drug);
        if (preparation is not null && stock is not null)
        {
            part.Fault("stock", "a strength beside a preparation; expected one of the two, since the preparation has its own");
        }

        var text = part.RequiredText("concentration", "a concentration in mg/mL, ug/mL");
        if (text is null)
        {
            return null;
        }

        var parsed = drug is { IsLocalAnaesthetic: true }
            ? QuantityText.ParseLocalAnaestheticConcentration(text)
            : QuantityText.Parse<Concentration>(text);
        var concentration = part.Taken(parsed, "concentration");
        if (concentration == Concentration.Zero)
        {
            part.Fault("concentration", "a concentration of nothing; expected more than 0 mg/mL");
        }
        else if (concentration < Weakest || concentration > Strongest)
        {
            part.Fault("concentration", $"{concentration} is outside anything that a mixture can hold; expected 1 ng/mL to 1000 mg/mL");
            return null;
        }

        return drug is not null && concentration is { } known && known > Concentration.Zero
            ? new InfusateDrug(drug, known)
            {
                Preparation = preparation,
                Stock = stock,
                Measured = measured,
            }
            : null;
    }

    private static string? ReadPreparation(JsonMembers part, Drug? drug, Formulary formulary)
    {
        if (part.OptionalText("preparation", "a preparation that 'neuraxial formulary' lists") is not { } id)
        {
            return null;
        }

        if (formulary.Row("preparations", id) is not { } row)
        {
            var near = part.Problems.IsFull ? null : Spelling.Nearest(id, formulary.Rows("preparations").Select(candidate => candidate.Id));
            part.Fault(
                "preparation",
                $"unknown preparation '{Printable.OneLine(id, 60)}'{Spelling.Note(id)}; {(near is null ? "expected one that 'neuraxial formulary --section preparations' lists" : $"did you mean '{near}'?")}"
            );
            return null;
        }

        if (drug is not null && !row.Rows("drugs").Any(held => held.Text("drug") == drug.Id))
        {
            part.Fault("preparation", $"{id} holds no {drug.Id}; expected a preparation of {drug.Id}");
        }

        return id;
    }

    private static Concentration? ReadStrength(JsonMembers part, string name, Drug? drug)
    {
        if (part.OptionalText(name, "a concentration in mg/mL, ug/mL") is not { } text)
        {
            return null;
        }

        var strength = part.Taken(
            drug is { IsLocalAnaesthetic: true } ? QuantityText.ParseLocalAnaestheticConcentration(text) : QuantityText.Parse<Concentration>(text),
            name
        );
        if (strength is { } known && (known < Weakest || known > Strongest))
        {
            part.Fault(name, $"{known} is outside anything that a solution can hold; expected 1 ng/mL to 1000 mg/mL");
        }

        return strength;
    }
}
