namespace Neuraxial.Papers;

/// <summary>The change-over from the old infusate to the new: the bridge, step by step, and what leaves the tip hour by hour.</summary>
internal static class BridgeSheet
{
    private const int MostRows = 40;

    public static Section Write(Document document)
    {
        var plan = document.Plan;
        return new Section(
            "bridge",
            "Change-over and bridge",
            "for the nurse who programs and the pharmacist",
            Html.Of($"{Body(document)}{PathBody(document)}{Tip(document)}")
        )
        {
            IsBrief = plan.Therapy.Previous is null,
        };

        Html Body(Document paper) =>
            plan.Bridge is { } bridge ? Bridge(paper, bridge)
            : paper.Therapy.Previous is null ? Html.Of($"<p>No bridge: the file names no infusion before this one.</p>\n")
            : paper.Therapy.BridgeDeclined is { } why
                ? Html.Of($"<p><strong>No bridge is wanted</strong>, says the file: “{why}”. See the findings for what that means.</p>\n")
            : paper.Therapy.Previous.Infusate.SameDrugsAs(paper.Therapy.Infusate) ? Html.Of($"<p>No bridge: the mixture stays the same.</p>\n")
            : Html.Of($"<p><strong>No bridge could be worked out.</strong> See the findings for what is missing.</p>\n");
    }

    private static Html Bridge(Document document, Bridge bridge)
    {
        var programmed = Display.Of(new DrugMass(bridge.ProgrammedDrug, bridge.Programmed));
        return Html.Of(
            $"""
            <div class="key"><p class="key-words">First set: <b class="amount">{programmed}</b> of {bridge.ProgrammedDrug.Name}, in units of the new strength, over <b class="amount">{Display.Of(
                bridge.Duration
            )}</b>.</p>
            <p>{Wording.Capital(NumberWords.Of(programmed))} over {NumberWords.Of(
                Display.Of(bridge.Duration)
            )}. While the old infusate leaves the fluid path the pump runs at <b class="amount">{Display.Of(
                bridge.Rate
            )}</b>, so that {bridge.Drug.Name} goes on at the dose that is wanted. Then the new program begins.</p></div>
            {Workings.Table("The bridge, step by step", BridgeWorkings.Lines(document, bridge))}
            <table><caption>Each drug meanwhile</caption><thead><tr><th scope="col">Drug</th><th scope="col">Wanted</th><th scope="col">With the bridge</th><th scope="col">Without a bridge</th></tr></thead><tbody>
            {bridge.Drugs.Select(Row)}</tbody></table>
            {Workings.Table("Each drug meanwhile, worked out", BridgeWorkings.EachDrug(bridge))}

            """
        );
    }

    private static Html Row(BridgedDrug drug)
    {
        var micrograms = drug.Drug.ShownInMicrograms;
        return Html.Of(
            $"""<tr><th scope="row">{Phrases.Name(drug.Drug)}</th><td>{(drug.Wanted is { } wanted ? Display.Of(wanted, micrograms) : Phrases.NotKnown)}</td><td>{Dose(drug.Bridged)}</td><td>{Dose(drug.Unbridged)}</td></tr>{"\n"}"""
        );

        string Dose(DoseRate dose) => drug.Old is null ? "none: it is not in the old infusate" : Display.Of(dose, micrograms);
    }

    private static Html PathBody(Document document) =>
        Html.Of(
            $"""
            {Workings.Table("The fluid path", PathWorkings.Lines(document))}
            {Workings.Table("What is in the container after the fill", PathWorkings.Mixing(document))}
            {Workings.Table("The residual at this refill", PathWorkings.Residual(document))}
            {Workings.Table("Before and after", PathWorkings.Comparison(document))}

            """
        );

    private static Html Tip(Document document)
    {
        var plan = document.Plan;
        if (plan.Tip.Count == 0)
        {
            return Html.None;
        }

        var rows = TipRuns.Of(plan);
        var drugs = plan.Tip[0].Drugs.Select(drug => drug.Drug).ToList();
        var head = drugs.Select(drug =>
            plan.Bridge is null
                ? Html.Of($"""<th scope="col">{drug.Name}</th>""")
                : Html.Of($"""<th scope="col">{drug.Name}, bridged</th><th scope="col">{drug.Name}, not bridged</th>""")
        );
        return Html.Of(
            $"""
            <h3>What leaves the catheter tip</h3>
            <p>Hour 0 is the fill. The fluids are taken as a plug that does not mix; in truth they mix where they meet, and each step is rounder than drawn.</p>
            {drugs.Select((_, i) => TipDrawing.Of(plan, i))}
            <table class="tip"><caption>The same in figures: dose in each hour</caption><thead><tr><th scope="col">Hours after the fill</th>{head}</tr></thead><tbody>
            {rows.Take(MostRows).Select(row =>
                Html.Of($"<tr><th scope=\"row\">{row.From} to {row.To}</th>{row.Cells.Select(cell => Html.Of($"<td>{cell}</td>"))}</tr>\n")
            )}</tbody></table>
            {(
                rows.Count > MostRows
                    ? Html.Of(
                        $"<p>{Wording.Count(rows.Count - MostRows, "change")} more are left out here; the JSON result of the plan has every hour.</p>\n"
                    )
                    : Html.None
            )}
            """
        );
    }
}
