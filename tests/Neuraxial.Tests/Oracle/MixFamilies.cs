using System.Text.Json;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>Mixtures and assays: the calculators against the formulas on paper (formulary, part 8; HZ-12).</summary>
internal static class MixFamilies
{
    private static readonly string[] Drugs = ["morphine", "clonidine", "baclofen", "ziconotide"];

    /// <summary>What is wanted, and a stock that is from a tenth to ten times as strong.</summary>
    private static readonly Gen<(Stated Wanted, Stated Stock)> Strengths = Gen.Select(
        Domain.Concentrations,
        Gen.Int[1, 100],
        (wanted, times) => (wanted, Tenth(wanted.Times(times)))
    );

    public static Family[] All { get; } =
    [
        Family.Of("mix", 60_000, Gen.Select(Domain.Fills, Strengths.Array[1, 4]), Mix),
        Family.Of("assay", 40_000, Gen.Select(Domain.Concentrations, Gen.Int[800, 1_200], Domain.In("%", 1, 200, 1, 1)), Assayed),
    ];

    private static void Mix((Stated Total, (Stated Wanted, Stated Stock)[] Drugs) stated)
    {
        var asked = new CalculatorCase("mix").With("total", stated.Total);
        var volumes = new List<Rational>();
        foreach (var ((wanted, stock), drug) in stated.Drugs.Zip(Drugs))
        {
            asked.With("drug", $"{drug}={wanted.Text} from {stock.Text}");
            volumes.Add(stated.Total.Amount * wanted.Amount / stock.Amount);
        }

        var sum = volumes.Aggregate(Rational.Zero, (all, volume) => all + volume);
        asked.Answers(answer =>
        {
            if (sum > stated.Total.Amount)
            {
                Assert.Equal(JsonValueKind.Null, answer.GetProperty("parts").ValueKind);
                var block = answer.GetProperty("block");
                var weak = volumes.Exists(volume => volume > stated.Total.Amount);
                Assert.Equal(weak ? "stock-too-weak" : "volume", block.GetProperty("constraint").GetString());
                if (!weak)
                {
                    CalculatorCase.Same(sum, block.GetProperty("obstacles")[0], "needed");
                }

                return;
            }

            Assert.Equal(JsonValueKind.Null, answer.GetProperty("block").ValueKind);
            var parts = answer.GetProperty("parts");
            Assert.Equal(stated.Drugs.Length, parts.GetArrayLength());
            var drawn = CalculatorCase.Amount(answer.GetProperty("diluent"));
            for (var i = 0; i < volumes.Count; i++)
            {
                CalculatorCase.Same(volumes[i], parts[i], "volume");
                Assert.Equal(stated.Total.Amount * stated.Drugs[i].Wanted.Amount, CalculatorCase.Amount(parts[i].GetProperty("mass")));
                drawn += CalculatorCase.Amount(parts[i].GetProperty("volume"));
            }

            Agreement.Holds(stated.Total.Amount, drawn, "volumes and diluent");
        });
    }

    private static void Assayed((Stated Expected, int PerMille, Stated Tolerance) stated)
    {
        var measured = new Stated(Tenth(Tenth(Tenth(stated.Expected.Times(stated.PerMille)))).Text, stated.Expected.Amount * stated.PerMille / 1_000);
        var error = (measured.Amount - stated.Expected.Amount) * 100 / stated.Expected.Amount;
        new CalculatorCase("assay")
            .With("expected", stated.Expected)
            .With("measured", measured)
            .With("tolerance", stated.Tolerance)
            .Answers(answer =>
            {
                Agreement.Holds(error, Rational.Parse(answer.GetProperty("errorPercent").GetRawText()), "error");
                Assert.Equal(Rational.Abs(error) > stated.Tolerance.Amount ? "block" : "none", answer.GetProperty("severity").GetString());
            });
    }

    /// <summary>A tenth of it: half of a fifth, written with one digit more.</summary>
    private static Stated Tenth(Stated quantity)
    {
        var space = quantity.Text.IndexOf(' ', StringComparison.Ordinal);
        var number = quantity.Text[..space];
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var digits = (point < 0 ? number : number.Remove(point, 1)).PadLeft((point < 0 ? 0 : number.Length - point - 1) + 2, '0');
        var decimals = (point < 0 ? 0 : number.Length - point - 1) + 1;
        var whole = digits[..^decimals].TrimStart('0');
        return new Stated($"{(whole.Length == 0 ? "0" : whole)}.{digits[^decimals..]}{quantity.Text[space..]}", quantity.Amount / 10);
    }
}
