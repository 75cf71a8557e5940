namespace Neuraxial.Papers;

/// <summary>The pharmacy's worksheet, the label, and the lines of the register.</summary>
internal static class PharmacySheet
{
    public static Section Write(Document document)
    {
        var compounding = document.Plan.Compounding;
        return new Section(
            "pharmacy",
            "Pharmacy worksheet and label",
            "for the pharmacist and the technician",
            Html.Of(
                $"""
                {RouteLabel.Small(document.Therapy.Route)}
                {(compounding.Worksheet is { } worksheet ? Made(document, worksheet) : NotMade(document, compounding.Cannot!))}
                {Compensated(document)}
                {Workings.Table("The assay", CompoundingWorkings.Assay(document))}
                <h3>Label</h3>
                {Workings.Table("What the container holds", Totals(document))}
                {MixtureLabel.Of(document)}

                """
            )
        );
    }

    private static Html Made(Document document, Worksheet worksheet)
    {
        var example = worksheet.Parts.All(part => part.IsNamed)
            ? Html.None
            : Html.Of(
                $"<p>The therapy file does not name every product. Those marked as an example were chosen from the formulary; the pharmacist decides what is used, and plans again if its strength is another.</p>\n"
            );
        return Html.Of(
            $"""
            {example}<table class="draw"><caption>Open and draw up</caption><thead><tr><th scope="col">Drug and product</th><th scope="col">Open</th><th scope="col">Draw up</th><th scope="col">Batch, expiry</th><th scope="col" class="tick">Done</th><th scope="col" class="tick">Checked</th></tr></thead><tbody>
            {worksheet.Parts.Select(Part)}{Diluent(document, worksheet)}</tbody></table>
            {Filters(worksheet)}{Workings.Table("From strengths to volumes", CompoundingWorkings.Volumes(document, worksheet))}
            {(
                worksheet.HasDilution
                    ? Html.Of(
                        $"<p>A dilution before the mixture: a second person works each step out independently, without looking at this sheet.</p>\n"
                    )
                    : Html.None
            )}
            {Workings.Table("Opened and left over", CompoundingWorkings.Leftovers(worksheet))}
            {Register(worksheet)}
            <div class="signatures">{Boxes.Signature("Made by")}{Boxes.Signature("Checked and released by")}</div>

            """
        );
    }

    private static Html Part(WorksheetPart part)
    {
        var strengths = string.Join(" + ", part.Stock.Drugs.Select(held => Display.Of(held.Strength, held.Drug.ShownInMicrograms)));
        var name = part.Stock.Preparation is null ? $"stock of {strengths}, as stated in the file" : $"{part.Stock.Name}, {strengths}";
        var powder = part.Stock.Powder is { } mass
            ? $": {Display.Of(mass, part.Drug.ShownInMicrograms)} each, dissolved and made up to {Display.Of(part.Stock.Sizes[0])}"
            : "";
        return Html.Of(
            $"""<tr><th scope="row">{Html.Join(part.Masses.Select(each => Phrases.Name(each.Drug)), " + ")}<br>{name}{powder}{(part.IsNamed ? "" : " (example)")}</th><td>{Open(part)}</td><td><b class="amount">{Display.Of(part.Volume)}</b>{(part.Steps.Count > 0 ? " of the last dilution" : "")}<br><span class="words">{NumberWords.Of(Display.Of(part.Volume))}</span></td><td><span class="line"></span></td><td class="tick">{Boxes.Tick}</td><td class="tick">{Boxes.Tick}</td></tr>{"\n"}"""
        );
    }

    private static string Open(WorksheetPart part) =>
        part.Open is { } open
            ? string.Join(
                " + ",
                open.Select(each =>
                    part.Stock.Powder is null ? $"{Display.Number(each.Count)} of {Display.Of(each.Size)}" : Display.Number(each.Count)
                )
            )
            : "size of container " + Phrases.NotKnown;

    private static Html Diluent(Document document, Worksheet worksheet)
    {
        var diluent = worksheet.Diluent;
        var besides = diluent.ForStocks == Volume.Zero ? "" : $", and at most {Display.Of(diluent.ForStocks)} besides, for powders and dilutions";
        return Html.Of(
            $"""<tr><th scope="row"><b class="drug">Diluent</b><br>{Phrases.Diluent(document)}{besides}</th><td></td><td><b class="amount">{Display.Of(diluent.Volume)}</b><br><span class="words">{NumberWords.Of(Display.Of(diluent.Volume))}</span></td><td><span class="line"></span></td><td class="tick">{Boxes.Tick}</td><td class="tick">{Boxes.Tick}</td></tr>{"\n"}"""
        );
    }

    private static Html Filters(Worksheet worksheet)
    {
        var filters = worksheet.Parts.Where(part => part.Stock.Filter is not null).ToList();
        return filters.Count == 0
            ? Html.None
            : Html.Of($"<ul>{filters.Select(part => Html.Of($"<li>{part.Stock.Name}: {Wording.InWords(part.Stock.Filter!)}.</li>"))}</ul>\n");
    }

    private static Html Register(Worksheet worksheet) =>
        worksheet.Register.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                {Workings.Table("For the controlled drugs register", CompoundingWorkings.Register(worksheet))}
                <table class="register"><caption>Lines of the controlled drugs register</caption><thead><tr><th scope="col">Drug and product</th><th scope="col">Opened</th><th scope="col">Used</th><th scope="col">Destroyed</th><th scope="col">Done by</th><th scope="col">Witness</th></tr></thead><tbody>
                {worksheet.Register.Select(Line)}</tbody></table>

                """
            );

    private static Html Line(RegisterLine line)
    {
        string Shown(Mass? mass) => mass is { } known ? Display.Of(known, line.Drug.ShownInMicrograms) : Phrases.NotKnown;
        var count = line.Count is { } opened ? $"{Display.Number(opened)}: " : "";
        return Html.Of(
            $"""<tr><th scope="row">{Phrases.Name(line.Drug)}, {line.Stock.Name}<br><span class="note">{line.Schedule}</span></th><td>{count}{Shown(line.Opened)}</td><td>{Shown(line.Used)}</td><td>{Shown(line.Wasted)}</td><td><span class="line"></span></td><td><span class="line"></span></td></tr>{"\n"}"""
        );
    }

    private static Html NotMade(Document document, CannotBeMade cannot) =>
        Html.Of(
            $"""
            <div class="key"><p class="key-words">No worksheet: the mixture cannot be made as stated</p>
            <ul>{cannot.Obstacles.Select(obstacle => Html.Of($"<li>{obstacle.Message}</li>"))}</ul>
            <p>If the pharmacy has another product or a special, its strength goes into the therapy file as “stock”, and the plan is made again.</p></div>
            {Workings.Table("What would be made", [CompoundingWorkings.Total(document)])}

            """
        );

    /// <summary>An alternative, clearly not the prescription, and so without a worksheet of its own.</summary>
    private static Html Compensated(Document document)
    {
        var compounding = document.Plan.Compounding;
        if (document.Plan.Mixing is not { } mixing)
        {
            return Html.None;
        }

        if (compounding.Compensated is not { } mixture)
        {
            return Html.Of(
                $"<p><b>Allowing for the residual.</b> No mixture gives the prescribed strengths in the container. {compounding.NotCompensated}</p>\n"
            );
        }

        var drugs = Wording.List([.. mixture.Drugs.Select(drug => $"{drug.Drug.Name} {Display.Of(drug.Strength, drug.Drug.ShownInMicrograms)}")]);
        return Html.Of(
            $"<p><b>Allowing for the residual.</b> An alternative that is not the prescription: filled with {drugs}, the container would hold what is prescribed, if just {Display.Of(mixing.Residual)} of the old infusate stays. Whoever wants it changes the therapy file and plans again.</p>\n"
        );
    }

    private static IReadOnlyList<Working> Totals(Document document)
    {
        var fill = document.Therapy.Fill.Volume;
        return
        [
            .. document
                .Therapy.Infusate.Drugs.Zip(document.Therapy.Infusate.Masses(fill))
                .Select(pair =>
                    Terms.Mass(
                        $"{pair.First.Drug.Name} in the container",
                        Display.Of(pair.First),
                        strength => strength * Terms.Of(fill),
                        Display.Of(pair.Second)
                    )
                ),
        ];
    }
}
