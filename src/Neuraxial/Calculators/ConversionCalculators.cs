namespace Neuraxial;

/// <summary>What a dose of an opioid by one way comes to by another.</summary>
internal static class ConversionCalculators
{
    private static readonly string[] Routes = ["oral", "subcutaneous", "intravenous", "epidural", "intrathecal"];

    /// <summary>Ways that a patient may be given an opioid, from which no ratio leads: known words, so that the answer is "no ratio" and not a fault.</summary>
    private static readonly string[] OtherRoutes = ["intramuscular", "transdermal", "sublingual", "buccal", "rectal", "nasal"];

    public static IReadOnlyList<Calculator> All { get; } =
    [
        new(
            "convert",
            "the band of all published ratios that lead from one drug and way to another",
            "dose = given / ratio, for every published ratio and both ends of a range; reductions stand beside the band and are not in it",
            [
                new("drug", "what is given, an international name", InputKind.Required),
                new("from", "how it is given: " + string.Join(", ", Routes), InputKind.Required),
                new("to", "how it is to be given: " + string.Join(", ", Routes), InputKind.Required),
                new("dose", "the dose that is given, as \"240 mg/d\"", InputKind.Required),
                new("to-drug", "what it is converted to, if another drug", InputKind.Optional),
            ],
            Convert
        ),
    ];

    private static CalculatorResult? Convert(CalculatorArguments input)
    {
        var drug = Drug(input, "drug");
        var toDrug = input.Has("to-drug") ? Drug(input, "to-drug") : drug;
        var (from, to) = (Route(input, "from"), Route(input, "to"));
        var given = input.Positive<DoseRate>("dose");
        if (input.IsComplete && drug == toDrug && from == to)
        {
            input.Fault("to", $"'{to}' is how the drug is given already; expected another way, or another drug in --to-drug");
        }

        if (!input.IsComplete)
        {
            return null;
        }

        var conversion = Conversion.Of(new DrugByRoute(drug!, from!), new DrugByRoute(toDrug!, to!), given, input.Formulary);
        return Result(conversion, input.Formulary);
    }

    private static CalculatorResult Result(Conversion conversion, Formulary formulary)
    {
        var text = new ConversionText(conversion, formulary);
        return new CalculatorResult(text.Worked)
            .Add("from", conversion.From.ToString(), json => ConversionJson.WriteEndValue(json, conversion.From))
            .Add("to", conversion.To.ToString(), json => ConversionJson.WriteEndValue(json, conversion.To))
            .Add("given", conversion.Given)
            .Add("band", text.Band, text.BandTable, json => ConversionJson.WriteBandValue(json, conversion.Band, formulary))
            .Text("low", conversion.Low?.ToString(), conversion.Low is { } low ? text.Dose(low) : null)
            .Text("high", conversion.High?.ToString(), conversion.High is { } high ? text.Dose(high) : null)
            .Add(
                "reductions",
                text.Reductions,
                text.ReductionTable,
                json => ConversionJson.WriteReductionsValue(json, conversion.Reductions, formulary)
            )
            .Add("chained", text.Chained, text.ChainedTable, json => ConversionJson.WriteBandValue(json, conversion.Chained, formulary))
            .Add("refused", text.Refused, json => ConversionJson.WriteRefusedValue(json, conversion, formulary))
            .Add("onFile", text.OnFile, text.OnFileTable, json => ConversionJson.WriteOnFileValue(json, conversion, formulary))
            .Add("secondPerson", "a second person checks the ratio and the reduction that are chosen", json => json.WriteBooleanValue(true));
    }

    private static string? Drug(CalculatorArguments input, string name)
    {
        if (!input.Has(name))
        {
            return null;
        }

        var id = input.Texts(name)[0];
        if (DenyList.Find(id, input.Formulary) is { } denied && input.Formulary.Drug(id) is null)
        {
            input.Fault(
                name,
                $"'{Printable.OneLine(id, 40)}' is {denied.Text("name")}, which is never given by the spinal route: {denied.Text("reason")} ({string.Join(", ", denied.Texts("hazards"))})"
            );
            return null;
        }

        if (id.Length is 0 or > 60 || !char.IsAsciiLetterLower(id[0]) || Spelling.Note(id).Length > 0)
        {
            input.Fault(name, $"'{Printable.OneLine(id, 40)}' is no identifier{Spelling.Note(id)}; expected an international name in lower case");
            return null;
        }

        // A name that no ratio knows is an answer, "no ratio on file"; one letter from a name that one does is a slip.
        var known = Known(input.Formulary);
        if (!known.Contains(id) && Spelling.Nearest(id, known) is { } near)
        {
            input.Fault(name, $"unknown drug '{id}'; did you mean '{near}'?");
            return null;
        }

        return id;
    }

    private static HashSet<string> Known(Formulary formulary) =>
        formulary
            .Ratios.SelectMany(ratio => (string[])[ratio.From.Drug, ratio.To.Drug])
            .Concat(formulary.Drugs.Select(drug => drug.Id))
            .ToHashSet(StringComparer.Ordinal);

    private static string? Route(CalculatorArguments input, string name)
    {
        if (!input.Has(name))
        {
            return null;
        }

        var word = input.Texts(name)[0];
        if (Routes.Contains(word, StringComparer.Ordinal) || OtherRoutes.Contains(word, StringComparer.Ordinal))
        {
            return word;
        }

        var why = word is "spinal" ? ", the doses of epidural and intrathecal differ about tenfold (HZ-25)" : "";
        input.Fault(name, $"'{Printable.OneLine(word, 40)}' is no way of giving{why}; expected one of {string.Join(", ", Routes)}");
        return null;
    }
}
