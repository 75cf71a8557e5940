using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Bands of conversion: the calculator against the widest ratios of the collection (formulary part 4), copied here by hand.</summary>
internal static class ConversionFamilies
{
    /// <summary>Options; the largest and the smallest ratio as a fraction; a third of the low end and half of the high end are the first reduction.</summary>
    private static readonly (string Options, Rational Largest, Rational Smallest)[] Ways =
    [
        ("drug morphine, from oral, to intrathecal", 300, 10),
        ("drug morphine, from oral, to epidural", 30, 30),
        ("drug morphine, from oral, to intravenous", 3, 2),
        ("drug morphine, from intravenous, to intrathecal", 300, 100),
        ("drug morphine, from epidural, to intrathecal", 10, 4),
        ("drug morphine, from subcutaneous, to epidural", Rational.Parse("3.5"), Rational.Parse("3.5")),
        ("drug bupivacaine, from epidural, to intrathecal", 4, 4),
        ("drug fentanyl, from intravenous, to intrathecal", 20, 10),
        ("drug fentanyl, from epidural, to intrathecal", Rational.Parse("5.5"), Rational.Parse("3.3")),
        ("drug hydromorphone, from intravenous, to intrathecal", 25, 25),
        ("drug morphine, from intrathecal, to intrathecal, to-drug hydromorphone", 6, 5),
        ("drug morphine, from intrathecal, to oral", Rational.One / 10, Rational.One / 300),
        ("drug morphine, from intrathecal, to epidural", Rational.One / 4, Rational.One / 10),
    ];

    public static Family[] All { get; } =
    [Family.Of("convert", 20_000, Gen.Select(Gen.Int[0, Ways.Length - 1], Domain.DoseRates), stated => Convert(Ways[stated.Item1], stated.Item2))];

    private static void Convert((string Options, Rational Largest, Rational Smallest) way, Stated dose)
    {
        var asked = new CalculatorCase("convert").With("dose", dose);
        foreach (var option in way.Options.Split(", "))
        {
            asked = asked.With(
                option[..option.IndexOf(' ', StringComparison.Ordinal)],
                option[(option.IndexOf(' ', StringComparison.Ordinal) + 1)..]
            );
        }

        asked.Answers(answer =>
        {
            CalculatorCase.Same(dose.Amount / way.Largest, answer, "low");
            CalculatorCase.Same(dose.Amount / way.Smallest, answer, "high");
            var rows = answer.GetProperty("band").EnumerateArray().Select(row => CalculatorCase.Amount(row.GetProperty("dose"))).ToList();
            Assert.Equal(rows.Order(), rows);
            var reduced = answer.GetProperty("reductions").EnumerateArray().Single(row => row.GetProperty("rule").ValueEquals("rotation-start"));
            CalculatorCase.Same(dose.Amount / way.Largest / 3, reduced, "low");
            CalculatorCase.Same(dose.Amount / way.Smallest / 2, reduced, "high");
        });
    }
}
