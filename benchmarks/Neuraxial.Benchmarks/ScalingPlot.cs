using System.Globalization;
using System.Text;

namespace Neuraxial.Benchmarks;

/// <summary>How the cost of a run grows, as an SVG: a panel for each thing that grows, measured points and the line of best fit.</summary>
internal static class ScalingPlot
{
    private const int Panel = 300;
    private const int Height = 260;
    private const int Margin = 48;

    public static string Of(IReadOnlyList<ScalingRow> rows)
    {
        var groups = rows.GroupBy(row => row.What, StringComparer.Ordinal).ToList();
        var text = new StringBuilder();
        Add(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {groups.Count * Panel} {Height}\" font-family=\"sans-serif\" font-size=\"12\">"
        );
        Add($"<title>Cost of a run against cells, days and changes of rate</title>");
        Add($"<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        for (var i = 0; i < groups.Count; i++)
        {
            Draw([.. groups[i]], i * Panel);
        }

        Add($"</svg>");
        return text.ToString();

        void Draw(IReadOnlyList<ScalingRow> group, int left)
        {
            var (most, slowest) = (group.Max(row => row.Value), group.Max(row => row.Seconds) * 1.1);
            double X(double value) => left + Margin + (value / most * (Panel - Margin - 24));
            double Y(double seconds) => Height - Margin - (seconds / slowest * (Height - Margin - 24));
            var (slope, intercept) = Solver.Fit(group);
            Add($"<path d=\"M{X(0):F1} 24 V{Y(0):F1} H{X(most):F1}\" fill=\"none\" stroke=\"#888\"/>");
            Add($"<path d=\"M{X(0):F1} {Y(intercept):F1} L{X(most):F1} {Y(intercept + (slope * most)):F1}\" stroke=\"#0b6\" stroke-width=\"1.5\"/>");
            foreach (var row in group)
            {
                Add($"<circle cx=\"{X(row.Value):F1}\" cy=\"{Y(row.Seconds):F1}\" r=\"3.5\" fill=\"#124\"/>");
                Add($"<text x=\"{X(row.Value):F1}\" y=\"{Height - Margin + 16}\" text-anchor=\"middle\">{row.Value}</text>");
            }

            Add($"<text x=\"{X(0) - 6:F1}\" y=\"{Y(slowest / 1.1) + 4:F1}\" text-anchor=\"end\">{slowest / 1.1 * 1e3:F1}</text>");
            Add($"<text x=\"{X(0) - 6:F1}\" y=\"{Y(0) + 4:F1}\" text-anchor=\"end\">0</text>");
            Add($"<text x=\"{X(0) - 40:F1}\" y=\"16\">ms</text>");
            Add($"<text x=\"{X(most / 2.0):F1}\" y=\"{Height - 12}\" text-anchor=\"middle\">{group[0].What}</text>");
        }

        void Add(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
