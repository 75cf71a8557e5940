namespace Neuraxial.Papers;

/// <summary>What leaves the tip of one drug, hour by hour: with the bridge a thick line, without one a thin dashed line.</summary>
internal static class TipDrawing
{
    public static Html Of(Plan plan, int index)
    {
        var drug = plan.Tip[0].Drugs[index].Drug;
        var micrograms = drug.ShownInMicrograms || plan.Tip.All(hour => Most(hour.Drugs[index]) < Mass.FromMilligrams(1m));
        var bridged = Line(plan, index, each => each.Bridged, micrograms);
        var unbridged = Line(plan, index, each => each.Unbridged, micrograms);
        var highest = bridged.Concat(unbridged).Select(stretch => stretch.Value).DefaultIfEmpty(0m).Max();
        var axes = Axes.For(plan.Tip[0].Hour, plan.Tip[^1].Hour + 1, highest);
        var id = "tip-" + drug.Id;
        var unit = micrograms ? "microgram per hour" : "mg per hour";
        return Html.Of(
            $"""
            <figure>
            <figcaption>{drug.Name} leaving the tip, in each hour</figcaption>
            <svg class="chart" role="img" aria-labelledby="{id}-title {id}-desc" viewBox="{Axes.ViewBox}">
            <title id="{id}-title">{drug.Name} at the catheter tip, hour by hour around the fill</title>
            <desc id="{id}-desc">{Spoken(plan, index)}</desc>
            {axes.Draw(unit, "hours after the fill", Display.Number)}
            <path class="fill-line" d="M{axes.X(0m)} {axes.Y(axes.Top)}V{axes.Y(0m)}"/><text class="axis" x="{axes.X(0m) + 4m}" y="24">fill</text>
            <path class="line thin" d="{axes.Steps(unbridged)}"/>
            <path class="line" d="{axes.Steps(bridged)}"/>
            </svg>
            <p class="legend">{(plan.Bridge is null ? Html.None : Html.Of($"{Sample("line")} with the bridge &emsp; "))}{Sample("line thin")} {(
                plan.Bridge is null ? "what leaves the tip" : "without a bridge"
            )}</p>
            </figure>

            """
        );
    }

    private static Html Sample(string line) =>
        Html.Of($"""<svg class="sample" aria-hidden="true" viewBox="0 0 40 10"><path class="{line}" d="M2 5H38"/></svg>""");

    private static List<(decimal From, decimal To, decimal Value)> Line(Plan plan, int index, Func<TipDrug, Mass?> which, bool micrograms) =>
        [
            .. plan
                .Tip.Where(hour => which(hour.Drugs[index]) is not null)
                .Select(hour => (hour, which(hour.Drugs[index])!.Value))
                .Select(each =>
                    ((decimal)each.hour.Hour, (decimal)each.hour.Hour + 1m, micrograms ? each.Value.InMicrograms() : each.Value.InMilligrams())
                ),
        ];

    private static Mass Most(TipDrug drug)
    {
        var (one, other) = (drug.Bridged ?? Mass.Zero, drug.Unbridged ?? Mass.Zero);
        return one > other ? one : other;
    }

    private static string Spoken(Plan plan, int index)
    {
        var runs = new List<string>();
        foreach (var run in TipRuns.Of(plan).Take(30))
        {
            var text = plan.Bridge is null
                ? $"hour {run.From} to {run.To}: {run.Cells[index]}"
                : $"hour {run.From} to {run.To}: {run.Cells[2 * index]} with the bridge, {run.Cells[(2 * index) + 1]} without";
            runs.Add(text);
        }

        return string.Join("; ", runs) + ".";
    }
}
