using System.Globalization;
using System.Text;

namespace Neuraxial.Papers;

/// <summary>
/// The frame of a chart over time: a plot area, gridlines, labels. Drawn in the document's own ink, so that it is as legible in black and white and on a
/// dark screen as on paper; what tells lines apart is thickness and dashes, never colour.
/// </summary>
/// <param name="From">The first hour.</param>
/// <param name="To">The last hour.</param>
/// <param name="Top">The highest value that the axis shows; more than zero.</param>
internal sealed record Axes(decimal From, decimal To, decimal Top)
{
    private const decimal Left = 64m;
    private const decimal Right = 700m;
    private const decimal Ceiling = 26m;
    private const decimal Floor = 176m;
    private static readonly decimal[] Round = [1m, 1.5m, 2m, 2.5m, 3m, 4m, 5m, 6m, 8m, 10m];

    /// <summary>The size of every chart.</summary>
    public static string ViewBox => "0 0 720 220";

    /// <summary>Axes that hold a highest value with a little room above, to a round number.</summary>
    public static Axes For(decimal from, decimal to, decimal highest) => new(from, to, highest <= 0m ? 1m : Step(highest * 1.08m / 4m) * 4m);

    /// <summary>The place of an hour.</summary>
    public decimal X(decimal hour) => decimal.Round(Left + ((hour - From) / (To - From) * (Right - Left)), 2);

    /// <summary>The place of a value.</summary>
    public decimal Y(decimal value) => decimal.Round(Floor - (value / Top * (Floor - Ceiling)), 2);

    /// <summary>Gridlines and labels.</summary>
    /// <param name="unit">Of the values.</param>
    /// <param name="hours">The name of the horizontal axis.</param>
    /// <param name="label">What an hour is called.</param>
    public Html Draw(string unit, string hours, Func<decimal, string> label)
    {
        var step = HourStep(To - From);
        var ticks = new List<decimal>();
        for (var hour = decimal.Ceiling(From / step) * step; hour <= To; hour += step)
        {
            ticks.Add(hour);
        }

        return Html.Of(
            $"""
            <text class="axis" x="{Left - 50m}" y="12">{unit}</text>
            {Enumerable.Range(0, 5).Select(i => Value(Top / 4m * i))}{ticks.Select(hour =>
                Html.Of(
                    $"<path class=\"grid\" d=\"M{X(hour)} {Floor}V{Floor + 5m}\"/><text class=\"axis\" text-anchor=\"middle\" x=\"{X(hour)}\" y=\"{Floor + 18m}\">{label(hour)}</text>\n"
                )
            )}<path class="base" d="M{Left} {Ceiling}V{Floor}H{Right}"/>
            <text class="axis" text-anchor="middle" x="{(Left + Right) / 2m}" y="{Floor + 38m}">{hours}</text>

            """
        );
    }

    /// <summary>A line in steps.</summary>
    /// <param name="stretches">From, to and value of each stretch; gaps are left open.</param>
    public string Steps(IEnumerable<(decimal From, decimal To, decimal Value)> stretches)
    {
        var path = new StringBuilder();
        decimal? end = null;
        foreach (var (from, to, value) in stretches)
        {
            path.Append(CultureInfo.InvariantCulture, $"{(end == from ? 'L' : 'M')}{X(from)} {Y(value)}H{X(to)}");
            end = to;
        }

        return path.ToString();
    }

    private Html Value(decimal value) =>
        Html.Of(
            $"""<path class="grid" d="M{Left} {Y(value)}H{Right}"/><text class="axis" text-anchor="end" x="{Left - 8m}" y="{Y(value) + 4m}">{Display.Number(value)}</text>{"\n"}"""
        );

    /// <summary>The next larger of a few round numbers times a power of ten.</summary>
    private static decimal Step(decimal least)
    {
        var size = 1m;
        while (size > least)
        {
            size /= 10m;
        }

        while (size * 10m <= least)
        {
            size *= 10m;
        }

        return Round.Select(factor => factor * size).First(step => step >= least);
    }

    private static decimal HourStep(decimal hours) =>
        hours <= 12m ? 1m
        : hours <= 26m ? 3m
        : hours <= 72m ? 6m
        : hours <= 144m ? 12m
        : 24m;
}
