using NodaTime;

namespace Neuraxial;

/// <summary>Where a drug begins: the published start doses, and what a label makes of the positive test dose.</summary>
internal static class TestDoseStart
{
    /// <summary>The effect of a test dose that lasted longer than this halves the start (L6).</summary>
    private static readonly Duration LongEffect = Duration.FromHours(8);

    /// <summary>Every published start of a drug; where it is a multiple of the test dose, worked out from the last one that was positive.</summary>
    public static IReadOnlyList<PublishedStart> Starts(Therapy therapy, Drug drug, Formulary formulary)
    {
        var test = Positive(therapy, drug);
        var starts = new List<PublishedStart>();
        foreach (var row in StartRows(therapy, drug, formulary))
        {
            var figure = row.Figure("figure")!;
            if (Factor(figure) is { } factor)
            {
                var note = row.Text("note") is { } said ? "; " + said : "";
                var dose = test is not null && IsFor(row, test.Lasted) ? Start(test, factor) : (DoseRate?)null;
                if (test?.Lasted is null || dose is not null)
                {
                    starts.Add(
                        new PublishedStart(row.Text("authority")!, row.Text("patients"), dose, dose, $"{figure.InWords()}{note}", figure.Provenance)
                    );
                }
            }
            else
            {
                var single = figure.Quantity<DoseRate>();
                starts.Add(
                    new PublishedStart(
                        row.Text("authority")!,
                        row.Text("patients"),
                        single ?? figure.LowQuantity<DoseRate>(),
                        single ?? figure.HighQuantity<DoseRate>(),
                        figure.InWords(),
                        figure.Provenance
                    )
                );
            }
        }

        return starts;
    }

    /// <summary>Holds a start against what the label makes of the test dose.</summary>
    public static void Check(Therapy therapy, Drug drug, DoseRate now, Formulary formulary, List<Finding> findings)
    {
        var rows = StartRows(therapy, drug, formulary).Where(row => Factor(row.Figure("figure")!) is not null).ToList();
        if (rows.Count == 0 || Positive(therapy, drug) is not { } test)
        {
            return;
        }

        // One label, two factors: the smaller makes the lower start.
        var about = rows.Where(row => IsFor(row, test.Lasted)).ToList();
        if (about.Count == 0)
        {
            return;
        }

        var (least, most) = (about[0], about[0]);
        foreach (var row in about)
        {
            least = Start(row, test) < Start(least, test) ? row : least;
            most = Start(row, test) >= Start(most, test) ? row : most;
        }

        var (low, high) = (Start(least, test), Start(most, test));

        var micrograms = drug.ShownInMicrograms;
        var said =
            $"{drug.Id} starts at {Display.Of(now, micrograms)} after a positive test dose of {Display.Of(test.Dose, micrograms)}{(test.Lasted is { } lasted ? $" whose effect lasted {Display.Of(lasted)}" : "")}";
        if (now > high)
        {
            findings.Add(
                FindingKinds.StartAboveTestDose.Confirm(
                    "$.testDoses",
                    $"{said}: the label's start is {DisplayedWords.Of(most.Figure("figure")!.InWords())}, here {Display.Of(high, micrograms)}."
                ) with
                {
                    Value = now.ToString(),
                    Limit = high.ToString(),
                    Source = formulary.Cite(most.Figure("figure")!.Provenance),
                    NeedsSecondPerson = true,
                }
            );
        }
        else if (test.Lasted is null && now > low)
        {
            findings.Add(
                FindingKinds.TestDoseEffectUnknown.Unknown(
                    "$.testDoses",
                    $"{said}. How long its effect lasted is not in the file: if more than {Display.Of(LongEffect)}, the label's start is {Display.Of(low, micrograms)}."
                ) with
                {
                    Value = now.ToString(),
                    Limit = low.ToString(),
                    Source = formulary.Cite(least.Figure("figure")!.Provenance),
                }
            );
        }
    }

    private static IReadOnlyList<DataRow> StartRows(Therapy therapy, Drug drug, Formulary formulary) => formulary.StartsOf(drug, therapy.Route);

    private static TestDose? Positive(Therapy therapy, Drug drug) =>
        therapy.Infusate.Primary.Drug.Id == drug.Id ? therapy.TestDoses.LastOrDefault(test => test.Positive is true) : null;

    private static DoseRate Start(DataRow row, TestDose test) => Start(test, Factor(row.Figure("figure")!)!.Value);

    private static DoseRate Start(TestDose test, decimal factor) => DoseRate.FromMicrogramsPerDay(test.Dose.InMicrograms() * factor);

    private static decimal? Factor(Figure figure) =>
        figure is { Number: > 0m and <= 10m } && figure.Unit?.StartsWith("times the positive test dose", StringComparison.Ordinal) is true
            ? figure.Number
            : null;

    /// <summary>The row that names the long effect holds for one, the other for a short one; both where it is not known.</summary>
    private static bool IsFor(DataRow row, Duration? lasted) =>
        lasted is not { } known || (row.Text("note")?.Contains("more than 8 h", StringComparison.Ordinal) is true) == (known > LongEffect);
}
