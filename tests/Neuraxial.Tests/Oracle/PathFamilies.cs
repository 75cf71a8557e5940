using System.Text.Json;
using CsCheck;

namespace Neuraxial.Tests;

/// <summary>Priming, bridging, syringe drivers and accuracy: the calculators against the formulas on paper.</summary>
internal static class PathFamilies
{
    /// <summary>The path as one volume, or as parts; with a smallest and a largest tubing only where a bridge asks for them.</summary>
    private sealed record PathCase(int Kind, Stated Whole, Stated Tubing, Stated Other, Stated Length, Stated PerLength);

    private static readonly Gen<PathCase> Paths = Gen.Select(
        Gen.Int[0, 3],
        Domain.PathVolumes,
        Domain.PathVolumes,
        Domain.PathVolumes,
        Domain.CatheterLengths,
        Domain.VolumesPerLength,
        (kind, whole, tubing, other, length, perLength) => new PathCase(kind, whole, tubing, other, length, perLength)
    );

    public static Family[] All { get; } =
    [
        Family.Of("prime", 70_000, Gen.Select(Paths, Domain.Concentrations), Prime),
        Family.Of("bridge", 110_000, Gen.Select(Paths, Domain.Concentrations, Domain.Concentrations, Domain.DoseRates), Bridge),
        Family.Of("syringe", 60_000, Gen.Select(Gen.Bool, Domain.TravelsPerVolume, Domain.Rates, Domain.Travels, Domain.Durations), Syringe),
        Family.Of("accuracy", 50_000, Gen.Select(Gen.Bool, Domain.Volumes, Domain.Volumes, Domain.Masses, Domain.Masses), Accuracy),
    ];

    private static void Prime((PathCase Path, Stated Concentration) stated)
    {
        var path = stated.Path with { Kind = stated.Path.Kind % 3 };
        var asked = Ask("prime", path).With("concentration", stated.Concentration);
        var (_, volume) = Ends(path);
        asked.Answers(answer =>
        {
            CalculatorCase.Same(volume, answer, "volume");
            CalculatorCase.Same(volume * stated.Concentration.Amount, answer, "mass");
        });
    }

    private static void Bridge((PathCase Path, Stated Old, Stated Now, Stated Dose) stated)
    {
        var (least, most) = Ends(stated.Path);
        var asked = Ask("bridge", stated.Path).With("old", stated.Old).With("new", stated.Now).With("dose", stated.Dose);
        var paper = Paper.Bridge(least, most, Rational.Zero, stated.Old.Amount, stated.Now.Amount, stated.Dose.Amount);
        if (paper.Time > 36_525 || paper.UnbridgedTime > 36_525)
        {
            asked.Refuses("dose");
            return;
        }

        asked.Answers(answer =>
        {
            CalculatorCase.Same(paper.Volume, answer, "volume");
            CalculatorCase.Same(paper.Flow, answer, "rate");
            CalculatorCase.SameTime(paper.Time, answer, "duration");
            CalculatorCase.Same(paper.Programmed, answer, "programmed");
            CalculatorCase.Same(paper.Delivered, answer, "delivered");
            CalculatorCase.Same(paper.Shown, answer, "shownDose");
            CalculatorCase.Same(paper.UnbridgedDose, answer.GetProperty("unbridged"), "dose");
            CalculatorCase.SameTime(paper.UnbridgedTime, answer.GetProperty("unbridged"), "duration");
        });
    }

    private static void Syringe((bool ByRate, Stated PerVolume, Stated Rate, Stated Length, Stated Time) stated)
    {
        if (stated.ByRate)
        {
            new CalculatorCase("syringe")
                .With("per-volume", stated.PerVolume)
                .With("rate", stated.Rate)
                .Answers(answer => CalculatorCase.Same(Paper.Travel(stated.PerVolume.Amount, stated.Rate.Amount), answer, "setting"));
        }
        else
        {
            new CalculatorCase("syringe")
                .With("length", stated.Length)
                .With("over", stated.Time)
                .Answers(answer => CalculatorCase.Same(stated.Length.Amount / stated.Time.Amount, answer, "setting"));
        }
    }

    private static void Accuracy((bool ByVolume, Stated Intended, Stated Delivered, Stated One, Stated Other) stated)
    {
        var asked = new CalculatorCase("accuracy").With("intended", stated.Intended);
        Rational delivered;
        if (stated.ByVolume)
        {
            asked.With("delivered", stated.Delivered);
            delivered = stated.Delivered.Amount;
        }
        else
        {
            // A gram a millilitre: a million micrograms.
            var (before, after) = stated.One.Amount > stated.Other.Amount ? (stated.One, stated.Other) : (stated.Other, stated.One);
            asked.With("before", before).With("after", after);
            delivered = (before.Amount - after.Amount) / 1_000_000;
        }

        asked.Answers(answer =>
        {
            CalculatorCase.Same(delivered, answer, "delivered");
            Percent(Paper.ErrorPercent(delivered, stated.Intended.Amount), answer);
        });
    }

    /// <summary>A per cent value is the difference of a ratio and one: it has its digits after the point, not after its first.</summary>
    public static void Percent(Rational expected, JsonElement answer) =>
        Agreement.Holds(expected + 100, Rational.From(answer.GetProperty("errorPercent").GetDecimal()) + 100, "errorPercent");

    private static CalculatorCase Ask(string calculator, PathCase path)
    {
        var asked = new CalculatorCase(calculator);
        if (path.Kind == 0)
        {
            return asked.With("fluid-path", path.Whole);
        }

        asked.With("length", path.Length).With("per-length", path.PerLength);
        var (least, most) = path.Tubing.Amount < path.Other.Amount ? (path.Tubing, path.Other) : (path.Other, path.Tubing);
        return path.Kind switch
        {
            1 => asked,
            2 => asked.With("tubing", path.Tubing),
            _ => asked.With("tubing-minimum", least).With("tubing-maximum", most),
        };
    }

    /// <summary>The smallest and the largest volume that the path can have.</summary>
    private static (Rational Least, Rational Most) Ends(PathCase path)
    {
        Rational With(Rational tubing) => Paper.Path(tubing, path.Length.Amount, path.PerLength.Amount);
        return path.Kind switch
        {
            0 => (path.Whole.Amount, path.Whole.Amount),
            1 => (With(Rational.Zero), With(Rational.Zero)),
            2 => (With(path.Tubing.Amount), With(path.Tubing.Amount)),
            _ => (With(Rational.Min(path.Tubing.Amount, path.Other.Amount)), With(Rational.Max(path.Tubing.Amount, path.Other.Amount))),
        };
    }
}
