namespace Neuraxial.Papers;

/// <summary>Opioids given besides, against those of the infusate: every published ratio as a band, never one number.</summary>
internal static class ConversionSheet
{
    public static Section Write(Document document)
    {
        var plan = document.Plan;
        var body =
            plan.Conversion.Count > 0
                ? Html.Of(
                    $"""
                    <p>The sources disagree, and the prescriber chooses. A published ratio is the dose by the one way ÷ the dose by the other; every row stands for one end of one published ratio. No reduction is applied to the band.</p>
                    {plan.Conversion.Select(planned => Planned(document, planned))}
                    {Together(plan)}
                    {plan.Conversion.DistinctBy(planned => planned.Conversion.From).Select(planned =>
                        planned.Taper is { } taper ? Taper(document, planned, taper) : Html.None
                    )}
                    """
                )
            : plan.Therapy.CurrentOpioids is null
                ? Html.Of($"<p>Which opioids are given besides is not in the therapy file: nothing can be converted.</p>\n")
            : Html.Of($"<p>No opioid is given besides that could be converted to one of this infusion.</p>\n");
        return new Section("conversion", "Conversion of opioids", "for the prescriber and the pharmacist", body)
        {
            IsBrief = plan.Conversion.Count == 0,
        };
    }

    private static Html Planned(Document document, PlannedConversion planned)
    {
        var conversion = planned.Conversion;
        var text = new ConversionText(conversion, document.Plan.Formulary);
        var title = $"{Display.Of(conversion.Given)} of {conversion.From}{(planned.IsPrevious ? ", in the pump before," : "")} as {conversion.To}";
        return Html.Of(
            $"""
            <h3>{title}</h3>
            {(
                conversion.Band.Count > 0
                    ? Html.Of(
                        $"<div class=\"key\"><p class=\"key-words\"><b class=\"amount\">{text.Dose(conversion.Low!.Value)}</b> to <b class=\"amount\">{text.Dose(conversion.High!.Value)}</b></p><p>{Position(planned, text)}</p></div>\n"
                    )
                    : Html.Of($"<p>{Wording.Capital(Wording.InWords(text.Band))}.</p>\n")
            )}
            {Rows(document, conversion, conversion.Band, "Every end of every published ratio")}
            {Rows(
                document,
                conversion,
                conversion.Chained,
                "Two ratios one after the other, for the eye only: errors multiply, and they make no band"
            )}
            {Reductions(document, conversion, text)}
            """
        );
    }

    private static string Position(PlannedConversion planned, ConversionText text)
    {
        var prescribed = $"Prescribed: {text.Dose(planned.Prescribed)}";
        return planned switch
        {
            { IsStart: false } => $"{prescribed}. It runs already and is not held against the band.",
            { Position: BandPosition.Above } => $"{prescribed}: above the band of everything that is converted to it.",
            { Position: BandPosition.Below } => $"{prescribed}: below the band of everything that is converted to it.",
            { Position: BandPosition.Inside } => $"{prescribed}: inside the band of everything that is converted to it.",
            _ => $"{prescribed}. It cannot be held against a band.",
        };
    }

    private static Html Rows(Document document, Conversion conversion, IReadOnlyList<ConvertedDose> rows, string caption) =>
        rows.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <table class="workings"><caption>{caption}</caption><thead><tr><th scope="col">By</th><th scope="col">How it is worked out</th><th scope="col">Mark and source</th><th scope="col" class="tick">Checked</th></tr></thead><tbody>
                {rows.Select(row => Row(document, conversion, row))}</tbody></table>

                """
            );

    private static Html Row(Document document, Conversion conversion, ConvertedDose row)
    {
        var micrograms = document.Plan.Formulary.Drug(conversion.To.Drug)?.ShownInMicrograms is true;
        var dose = Display.Of(row.Dose, micrograms);
        var line = Terms.Mass(
            "",
            Display.Of(conversion.Given),
            given => row.Use == RatioUse.Reciprocal ? given * Term.Of(1m / row.Ratio) : given / Term.Of(row.Ratio),
            dose
        );
        var by = string.Join(
            ", then ",
            row.Basis.Select(ratio => $"{ratio.Figure.InWords()}{(row.Use == RatioUse.Chained ? $" ({ratio.From} to {ratio.To})" : "")}")
        );
        var applies = string.Join("; ", row.Basis.Select(ratio => ratio.Applies).OfType<string>().Distinct(StringComparer.Ordinal));
        var use = row.Use == RatioUse.Reciprocal ? "; the ratio is printed for the way back" : "";
        return Html.Of(
            $"""<tr><th scope="row">{by}{(applies.Length == 0 ? "" : $": {Wording.InWords(applies)}")}{use}</th><td>{Workings.Line(line)}</td><td>{Html.Join(row.Basis.Select(ratio => document.Sources.Mark(ratio.Figure.Provenance)), " ")}</td><td class="tick">{Boxes.Tick}</td></tr>{"\n"}"""
        );
    }

    private static Html Reductions(Document document, Conversion conversion, ConversionText text) =>
        conversion.Reductions.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <table class="workings"><caption>Published reductions, applied to nothing: each is for the prescriber to choose</caption><thead><tr><th scope="col">Reduction</th><th scope="col">How it is worked out</th><th scope="col">Mark and source</th><th scope="col" class="tick">Checked</th></tr></thead><tbody>
                {conversion.Reductions.Select(reduced => Reduced(document, conversion, reduced, text))}</tbody></table>

                """
            );

    private static Html Reduced(Document document, Conversion conversion, ReducedBand reduced, ConversionText text)
    {
        var basis = conversion.Reductions.FirstOrDefault(band => band.Rule == reduced.After);
        var (low, high) = (basis?.Low ?? conversion.Low!.Value, basis?.High ?? conversion.High!.Value);
        List<Working> lines = [];
        if (reduced.Low is { } least)
        {
            lines.Add(Terms.Mass("", text.Dose(low), from => Cut(from, reduced.Rule, low: true), text.Dose(least)));
        }

        lines.Add(Terms.Mass("", text.Dose(high), from => Cut(from, reduced.Rule, low: false), text.Dose(reduced.High)));
        var after = reduced.After is null ? "" : " Of what the reduction above leaves.";
        return Html.Of(
            $"""<tr><th scope="row">{Wording.InWords(reduced.Rule.Text)}{after}</th><td>{Html.Join(lines.Select(Workings.Line), "<br>")}</td><td>{(reduced.Rule.Provenance is { } provenance ? document.Sources.Mark(provenance) : Html.None)}</td><td class="tick">{Boxes.Tick}</td></tr>{"\n"}"""
        );
    }

    /// <summary>One end of a reduction as the rule words it: a divisor, a share that is left, or a share that is cut off.</summary>
    private static Term Cut(Term from, ConversionRule rule, bool low)
    {
        var hundred = Term.Of("100\u00a0%");
        if (rule.Divisors is { } divisors)
        {
            return from / Term.Of(low ? divisors.Most : divisors.Least);
        }

        var (least, most) = rule.Percent!.Value;
        Term Percent(decimal number) => Term.Of(Display.Number(number) + "\u00a0%");
        return rule.Use is "start-cut" ? from * (hundred - Percent(low ? most : least)) / hundred : from * Percent(low ? least : most) / hundred;
    }

    private static Html Together(Plan plan) =>
        plan.OralMorphine is { Parts.Count: > 1, Low: { } low, High: { } high }
            ? Html.Of($"<p>All opioids given besides, as oral morphine: {Display.Of(low)} to {Display.Of(high)}.</p>\n")
            : Html.None;

    private static Html Taper(Document document, PlannedConversion planned, OpioidTaper taper)
    {
        var (first, daily) = (taper.FirstDay.Percent!.Value, taper.Daily.Percent!.Value);
        return Html.Of(
            $"""
            <h3>Withdrawing {planned.Conversion.From.ToString()}: what published options come to</h3>
            <ul>{new[] { taper.FirstDay, taper.Daily }.Concat(taper.Statements).Select(rule => Rule(document, rule))}</ul>
            <p>Go no lower at:</p><ul>{taper.StopRules.Select(rule => Rule(document, rule))}</ul>
            {(taper.CanStop ? Html.Of($"<p>Or it is stopped on day 0, and the rescue dose kept.</p>\n") : Html.None)}
            <table class="steps"><caption>Day by day; {OpioidTaper.Reading}</caption><thead><tr><th scope="col">Day</th><th scope="col">Date</th><th scope="col">Largest cuts</th><th scope="col">Smallest cuts</th></tr></thead><tbody>
            {taper.Days.Select(
                (day, i) =>
                    Day(
                        document,
                        day,
                        i == 0 ? taper.Given : taper.Days[i - 1].Low,
                        i == 0 ? taper.Given : taper.Days[i - 1].High,
                        i == 0 ? (first.Least, first.Least) : (daily.Most, daily.Least)
                    )
            )}</tbody></table>

            """
        );
    }

    private static Html Rule(Document document, ConversionRule rule) =>
        Html.Of($"<li>{Wording.InWords(rule.Text)} {(rule.Provenance is { } provenance ? document.Sources.Mark(provenance) : Html.None)}</li>");

    private static Html Day(Document document, TaperDay day, DoseRate low, DoseRate high, (decimal Largest, decimal Smallest) cuts)
    {
        var hundred = Term.Of("100\u00a0%");
        Html Cell(DoseRate before, decimal cut, DoseRate left) =>
            Workings.Line(
                Terms.Mass("", Display.Of(before), from => from * (hundred - Term.Of(Display.Number(cut) + "\u00a0%")) / hundred, Display.Of(left))
            );
        return Html.Of(
            $"""<tr><th scope="row">{Display.Number(day.Day)}</th><td>{(day.At is { } at ? document.Day(at) : Phrases.NotKnown)}</td><td>{Cell(low, cuts.Largest, day.Low)}</td><td>{Cell(high, cuts.Smallest, day.High)}</td></tr>{"\n"}"""
        );
    }
}
