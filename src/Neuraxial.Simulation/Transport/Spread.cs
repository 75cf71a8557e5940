namespace Neuraxial.Simulation;

/// <summary>How far what is given reaches along the canal at once: a normal distribution about the place of entry, or the place itself.</summary>
/// <param name="DeviationCm">Standard deviation, cm; 0 for the place itself.</param>
internal sealed record Spread(double DeviationCm)
{
    /// <summary>What an injection mixes in beside its volume, cm [assumed: 1 to 2].</summary>
    private const double JetCm = 1.2;

    /// <summary>What an epidural injection reaches beside its volume, cm [assumed].</summary>
    private const double EpiduralJetCm = 2;

    /// <summary>What a slow epidural infusion reaches, cm [assumed].</summary>
    private const double EpiduralSeepCm = 5;

    /// <summary>Into the spinal fluid: max(1 cm, V / 2A) and the jet of an injection; what is infused moves aside what it displaces in an hour.</summary>
    public static Spread Intrathecal(Entry entry, double areaCm2)
    {
        var half = entry.Volume is { } volume ? Millilitres(volume) / (2 * areaCm2) : 0;
        return new Spread(entry.Volume is not null && entry.Pace == Pace.Injected ? Math.Max(1, half) + JetCm : half);
    }

    /// <summary>Into the epidural space: evenly over the length that a volume fills has the deviation length / sqrt 12, beside what an injection or a seep reaches.</summary>
    public static Spread Epidural(Entry entry, double areaCm2)
    {
        var length = entry.Volume is { } volume ? Millilitres(volume) / areaCm2 : 0;
        var least = entry.Volume is not null && entry.Pace == Pace.Injected ? EpiduralJetCm : EpiduralSeepCm;
        return new Spread(Math.Sqrt((least * least) + (length * length / 12)));
    }

    /// <summary>The share of each cell that it reaches; together one, for what would lie beyond an end lies within.</summary>
    /// <param name="canal">The canal.</param>
    /// <param name="position">cm from the sacral end.</param>
    /// <param name="neighbours">The cells about the place, with their shares of it.</param>
    public IReadOnlyList<(int Cell, double Share)> Shares(Canal canal, double position, IEnumerable<(int Cell, double Share)> neighbours)
    {
        // What reaches no further than a cell is at its place.
        if (DeviationCm < canal.Width)
        {
            return [.. neighbours];
        }

        // The density at eight places of each cell: what an evenly spaced sum of it misses is far below rounding at a deviation of a cell and more.
        const int Places = 8;
        var shares = new double[canal.Cells];
        for (var part = 0; part < canal.Cells * Places; part++)
        {
            var away = (((part + 0.5) / Places * canal.Width) - position) / DeviationCm;
            shares[part / Places] += Math.Exp(-0.5 * away * away);
        }

        var all = shares.Sum();
        return [.. shares.Select((share, cell) => (cell, share / all)).Where(part => part.Item2 > 0)];
    }

    private static double Millilitres(Volume volume) => (double)volume.InMillilitres();
}
