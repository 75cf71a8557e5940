namespace Neuraxial.Tests;

/// <summary>
/// A flow that repeats, as a person would lay it out on squared paper: pieces of so many days at so many millilitres a day, one after the other,
/// then from the first again. All answers are exact fractions, found by laying windows over pieces.
/// </summary>
internal sealed class PaperSchedule
{
    private readonly (Rational From, Rational Until, Rational Flow)[] pieces;

    public PaperSchedule(params (Rational Days, Rational Flow)[] lengths)
    {
        var at = Rational.Zero;
        pieces = new (Rational, Rational, Rational)[lengths.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            pieces[i] = (at, at + lengths[i].Days, lengths[i].Flow);
            at += lengths[i].Days;
        }

        Period = at;
        Total = Delivered(Rational.Zero, Period);
    }

    public Rational Period { get; }

    public Rational Total { get; }

    public Rational Mean => Total / Period;

    public Rational Lowest => pieces.Select(piece => piece.Flow).Aggregate(Rational.Min);

    public Rational Highest => pieces.Select(piece => piece.Flow).Aggregate(Rational.Max);

    /// <summary>What flows between two times since the schedule began: every piece of every turn that the window covers, as far as it covers it.</summary>
    public Rational Delivered(Rational from, Rational until)
    {
        var whole = ((until - from) / Period).Floor();
        if (whole > 2)
        {
            var skipped = new Rational(whole - 1, 1);
            return (skipped * Total) + Delivered(from, until - (skipped * Period));
        }

        var sum = Rational.Zero;
        for (var turn = (from / Period).Floor(); new Rational(turn, 1) * Period < until; turn++)
        {
            var start = new Rational(turn, 1) * Period;
            foreach (var piece in pieces)
            {
                var overlap = Rational.Min(until, start + piece.Until) - Rational.Max(from, start + piece.From);
                sum += overlap.Sign > 0 ? overlap * piece.Flow : Rational.Zero;
            }
        }

        return sum;
    }

    /// <summary>The earliest time after <paramref name="from"/> by which a volume has flowed; <see langword="null"/> if nothing ever flows.</summary>
    public Rational? TimeFor(Rational volume, Rational from)
    {
        if (volume.Sign == 0)
        {
            return Total.Sign == 0 ? null : Rational.Zero;
        }

        if (Total.Sign == 0)
        {
            return null;
        }

        var whole = (volume / Total).Ceiling() - 1;
        var left = volume - (new Rational(whole, 1) * Total);
        for (var turn = (from / Period).Floor(); ; turn++)
        {
            var start = new Rational(turn, 1) * Period;
            foreach (var piece in pieces)
            {
                var begin = Rational.Max(from, start + piece.From);
                var held = (start + piece.Until - begin) * piece.Flow;
                if (held.Sign <= 0)
                {
                    continue;
                }

                if (left <= held)
                {
                    return (new Rational(whole, 1) * Period) + begin + (left / piece.Flow) - from;
                }

                left -= held;
            }
        }
    }

    /// <summary>The most that a window of that length can hold: it is laid so that it starts, and so that it ends, where each piece starts.</summary>
    public Rational Worst(Rational window) =>
        pieces
            .SelectMany(piece => new[] { piece.From, InTurn(piece.From - window) })
            .Select(start => Delivered(start, start + window))
            .Aggregate(Rational.Max);

    /// <summary>The same pieces with every flow changed.</summary>
    public PaperSchedule With(Func<Rational, Rational> change) => new([.. pieces.Select(piece => (piece.Until - piece.From, change(piece.Flow)))]);

    private Rational InTurn(Rational time) => time - (new Rational((time / Period).Floor(), 1) * Period);
}
