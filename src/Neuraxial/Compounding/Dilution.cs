namespace Neuraxial;

/// <summary>One step of a serial dilution: so much of a solution, made up with diluent.</summary>
/// <param name="Take">What is drawn up.</param>
/// <param name="Of">The strength of what it is drawn from: the stock in the first step, the dilution before in the others.</param>
/// <param name="MakeUpTo">The volume that it is made up to.</param>
/// <param name="Gives">The strength that comes of it: <paramref name="Of"/> × <paramref name="Take"/> ÷ <paramref name="MakeUpTo"/>, exactly.</param>
public sealed record DilutionStep(Volume Take, Concentration Of, Volume MakeUpTo, Concentration Gives)
{
    /// <summary>The diluent that the step takes.</summary>
    public Volume Diluent => MakeUpTo - Take;
}

/// <summary>A way to bring a mass of drug into a mixture: from the stock as it is, or through dilutions.</summary>
/// <param name="Steps">In order; empty where the stock can be drawn up as it is.</param>
/// <param name="Volume">What goes into the mixture, of the stock or of the last dilution.</param>
/// <param name="Drawn">What is drawn from the containers of the stock.</param>
/// <param name="Preference">Among equal ways the lower is taken.</param>
internal sealed record DilutionWay(IReadOnlyList<DilutionStep> Steps, Volume Volume, Volume Drawn, int Preference)
{
    /// <summary>More steps than this nobody should do by hand: a weaker stock is needed.</summary>
    public const int MostSteps = 4;

    /// <summary>The factors of the last step, tenfold before the others: its arithmetic is a shifted point. The lesser ones take less room in the mixture.</summary>
    private static readonly decimal[] Factors = [10m, 5m, 2m];

    /// <summary>Every way that can be measured, at most one for each factor of the last step; none if it would take too many steps.</summary>
    /// <param name="mass">What the mixture holds of the drug; more than zero.</param>
    /// <param name="stock">The strength of the stock.</param>
    /// <param name="terms">The smallest volume that is drawn up, and the volume that dilutions are made up to.</param>
    public static IEnumerable<DilutionWay> All(Mass mass, Concentration stock, CompoundingTerms terms)
    {
        var volume = mass / stock;
        if (volume >= terms.SmallestDrawn)
        {
            return [new DilutionWay([], volume, volume, 0)];
        }

        var tenfold = 1;
        for (; tenfold <= MostSteps && mass / (stock / Power(tenfold)) < terms.SmallestDrawn; tenfold++) { }
        return tenfold > MostSteps ? [] : ByFactor(mass, stock, tenfold, terms);
    }

    /// <summary>The way through so many tenfold dilutions, whether or not fewer would do.</summary>
    /// <param name="mass">What the mixture holds of the drug.</param>
    /// <param name="stock">The strength of the stock.</param>
    /// <param name="times">How many; at least one.</param>
    /// <param name="terms">The smallest volume that is drawn up, and the volume that dilutions are made up to.</param>
    public static DilutionWay Tenfold(Mass mass, Concentration stock, int times, CompoundingTerms terms) =>
        Of(mass, stock, Tenfolds(times, 10m), terms, 0);

    private static IEnumerable<DilutionWay> ByFactor(Mass mass, Concentration stock, int steps, CompoundingTerms terms)
    {
        for (var i = 0; i < Factors.Length; i++)
        {
            var way = Of(mass, stock, Tenfolds(steps, Factors[i]), terms, i);
            if (way.Volume >= terms.SmallestDrawn)
            {
                yield return way;
            }
        }
    }

    /// <summary>The factors of so many steps: tenfold all but the last.</summary>
    private static decimal[] Tenfolds(int count, decimal last)
    {
        var factors = new decimal[count];
        Array.Fill(factors, 10m);
        factors[^1] = last;
        return factors;
    }

    private static DilutionWay Of(Mass mass, Concentration stock, decimal[] factors, CompoundingTerms terms, int preference)
    {
        var strengths = new Concentration[factors.Length + 1];
        strengths[0] = stock;
        for (var i = 0; i < factors.Length; i++)
        {
            strengths[i + 1] = strengths[i] / factors[i];
        }

        // Backwards: each dilution must hold what the next step, or the mixture, takes of it.
        var volume = mass / strengths[^1];
        var needed = volume;
        var steps = new DilutionStep[factors.Length];
        for (var i = factors.Length - 1; i >= 0; i--)
        {
            var least = Larger(needed, terms.SmallestDrawn * factors[i]);
            var makeUpTo = terms.DilutionVolume == Volume.Zero ? least : terms.DilutionVolume * decimal.Ceiling(least / terms.DilutionVolume);
            needed = makeUpTo / factors[i];
            steps[i] = new DilutionStep(needed, strengths[i], makeUpTo, strengths[i + 1]);
        }

        return new DilutionWay(steps, volume, needed, preference);
    }

    private static Volume Larger(Volume one, Volume other) => one > other ? one : other;

    private static decimal Power(int tens) => tens == 0 ? 1m : 10m * Power(tens - 1);
}
