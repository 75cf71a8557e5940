using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>
/// V10: what must hold of any such system whatever its figures. A deviation is given as a share of all that was given, or of the largest value that is compared.
/// </summary>
internal static class Laws
{
    /// <summary>Of the reference. Rounding gives 1e-13 to 1e-11; a flow that does not arrive, or a wrong factor, gives 1e-4 and more.</summary>
    public const double Bound = 1e-9;

    private const long Hour = 3_600_000_000_000;

    /// <summary>Of half a centimetre each.</summary>
    private const int Cells = 124;

    /// <summary>All laws.</summary>
    /// <param name="system">Of what the first seven are asked; the others need a canal of their own.</param>
    public static VerificationProblem Of(LinearSystem system) =>
        new(
            "V10",
            "Laws",
            $"{Display.Number(system.Size)} compartments; of what was given, or of the largest value",
            [
                Row("what was given is in the body or has left it", Balance(system)),
                Row("no amount is negative", Negative(system)),
                Row("two programs together are the sum of each", Superposed(system)),
                Row("twice the dose is twice the amounts", Scaled(system)),
                Row("a day later is the same a day later", Shifted(system)),
                Row("one step is many steps", StepIndependence(system)),
                Row("an infusion is the integral of the bolus", IntegralOfBolus(system)),
                Row("a daily program comes to repeat itself", Periodic(system)),
                Row("without flow A sees of B what B sees of A", Reciprocity()),
                Row("an even concentration stays even", ConstantField()),
            ]
        );

    /// <summary>Given less what is in the body and what has left it, which a compartment more collects.</summary>
    internal static double Balance(LinearSystem system)
    {
        var collecting = Collecting(system);
        var program = Program(system, 0);
        var amounts = Run(collecting, program, [72 * Hour]);
        var given = Given(program, 72);
        return Math.Abs(amounts.Sum() - given) / given;
    }

    /// <summary>The most negative amount at any time.</summary>
    internal static double Negative(LinearSystem system)
    {
        var program = Program(system, 0);
        long[] wanted = [.. Enumerable.Range(1, 288).Select(quarter => quarter * Hour / 4)];
        return Math.Max(0, -Run(system, program, wanted).Min()) / Given(program, 72);
    }

    /// <summary>The sum of what two programs do alone, less what they do together.</summary>
    internal static double Superposed(LinearSystem system)
    {
        var (first, second) = (Program(system, 0), Program(system, 5));
        var together = new RateSchedule.Builder(system.Inputs.Count);
        Give(together, system, 0);
        Give(together, system, 5);
        long[] wanted = [12 * Hour, 48 * Hour, 72 * Hour];
        var (one, other, both) = (Run(system, first, wanted), Run(system, second, wanted), Run(system, together.Build(), wanted));
        return Difference([.. one.Zip(other, (left, right) => left + right)], both);
    }

    /// <summary>What twice the dose does, less twice what the dose does.</summary>
    internal static double Scaled(LinearSystem system)
    {
        long[] wanted = [12 * Hour, 72 * Hour];
        var once = Run(system, Program(system, 0), wanted);
        var twice = Run(system, Program(system, 0, factor: 2), wanted);
        return Difference([.. once.Select(amount => 2 * amount)], twice);
    }

    /// <summary>What is found a day later of a program that begins a day later.</summary>
    internal static double Shifted(LinearSystem system) =>
        Difference(Run(system, Program(system, 0), [12 * Hour, 48 * Hour]), Run(system, Program(system, 24), [36 * Hour, 72 * Hour]));

    /// <summary>One step between changes against one every three minutes.</summary>
    internal static double StepIndependence(LinearSystem system)
    {
        var once = Run(system, Program(system, 0), [48 * Hour]);
        long[] wanted = [.. Enumerable.Range(1, 960).Select(step => step * Hour / 20)];
        return Difference(once, Run(system, Program(system, 0), wanted)[^system.Size..]);
    }

    /// <summary>What is there after a day of one an hour, against the integral over a day of what a dose of one leaves.</summary>
    /// <remarks>Gauss and Legendre's five points in stretches that double: what leaves a bolus is a sum of exponentials, fastest at the beginning.</remarks>
    internal static double IntegralOfBolus(LinearSystem system)
    {
        var (point1, point2) = (0.538469310105683091, 0.906179845938663993);
        (double Point, double Weight)[] rule =
        [
            (-point2, 0.236926885056189088),
            (-point1, 0.478628670499366468),
            (0, 0.568888888888888889),
            (point1, 0.478628670499366468),
            (point2, 0.236926885056189088),
        ];
        var dose = new double[system.Size];
        system.Inputs[0].Add(1, dose);
        var elimination = Elimination.Of(system.Matrix);
        var workspace = new ExponentialStep.Workspace(system.Size);
        var (integral, nothing) = (new double[system.Size], new double[system.Size]);
        double[] After(double hours)
        {
            var amounts = dose.ToArray();
            ExponentialStep.Of(system.Matrix, elimination, hours).Take(amounts, nothing, workspace);
            return amounts;
        }

        // From a tenth of a second, before which nothing has moved, to a day, each stretch by a fifth longer than the one before.
        const double Growth = 1.2;
        const int Stretches = 75;
        for (var (stretch, from) = (Stretches, 0.0); stretch >= 0; stretch--)
        {
            var until = 24 / Math.Pow(Growth, stretch);
            var half = (until - from) / 2;
            foreach (var (point, weight) in rule)
            {
                var amounts = After(from + (half * (1 + point)));
                for (var i = 0; i < integral.Length; i++)
                {
                    integral[i] += half * weight * amounts[i];
                }
            }

            from = until;
        }

        var steady = new double[system.Size];
        ExponentialStep.Of(system.Matrix, elimination, 24).Take(steady, dose, workspace);
        return Difference(steady, integral);
    }

    /// <summary>What is there at the same hour of two days that follow each other, long after the beginning.</summary>
    internal static double Periodic(LinearSystem system)
    {
        const int Days = 400;
        var builder = new RateSchedule.Builder(system.Inputs.Count);
        for (var day = 0; day < Days; day++)
        {
            builder.Give(0, Duration.FromHours((24 * day) + 8), Duration.FromHours((24 * day) + 9), 1);
        }

        var found = Run(system, builder.Build(), [((24 * (Days - 1)) + 12) * Hour - (24 * Hour), ((24 * (Days - 1)) + 12) * Hour]);
        return Difference(Left(system, found[..system.Size]), Left(system, found[system.Size..]));
    }

    /// <summary>The concentration at B of a dose at A, and that at A of one at B: in a canal of changing area that disperses, exchanges with tissue and loses, without flow.</summary>
    internal static double Reciprocity()
    {
        var (spine, pulsation) = (Anatomy.Of(Species.Human).Spine, Anatomy.Of(Species.Human).Pulsation);
        var dispersion = pulsation.Dispersion(spine);
        var canal = Canal.Of(spine.Length, Cells, spine.Fluid, x => dispersion(x) * 1e4 * 3_600, _ => 0);
        var builder = new RateMatrix.Builder(2 * canal.Cells);
        canal.AddTo(builder, cell => canal.Cells + cell);
        for (var cell = 0; cell < canal.Cells; cell++)
        {
            builder.Flow(canal.Cells + cell, cell, 1.2).Flow(cell, canal.Cells + cell, 4).Loss(canal.Cells + cell, 0.12);
        }

        var matrix = builder.Build();
        var step = ExponentialStep.Of(matrix, Elimination.Of(matrix), 3);
        double Seen(int at, int of)
        {
            var amounts = new double[matrix.Size];
            amounts[canal.Cells + of] = 1;
            step.Take(amounts, new double[matrix.Size], new ExponentialStep.Workspace(matrix.Size));
            return amounts[canal.Cells + at] / canal.Volume(at);
        }

        return Enumerable
            .Range(1, 12)
            .Select(apart => (At: 55 - (4 * apart), Of: 55 + (4 * apart)))
            .Max(pair => Math.Abs((Seen(pair.At, pair.Of) / Seen(pair.Of, pair.At)) - 1));
    }

    /// <summary>A canal of changing area through which fluid of one concentration flows: it stays of that concentration.</summary>
    internal static double ConstantField()
    {
        const double Flow = 30;
        var (spine, pulsation) = (Anatomy.Of(Species.Human).Spine, Anatomy.Of(Species.Human).Pulsation);
        var dispersion = pulsation.Dispersion(spine);
        var canal = Canal.Of(spine.Length, Cells, spine.Fluid, x => dispersion(x) * 1e4 * 3_600, _ => Flow);
        var amounts = Enumerable.Range(0, canal.Cells).Select(canal.Volume).ToArray();
        var source = new double[canal.Cells];
        source[0] = Flow;
        var last = canal.Cells - 1;
        LineProblems.Run(canal, amounts, source, k: 0, t: 86_400, builder => builder.Loss(last, Flow / canal.Volume(last)));
        return amounts.Select((amount, cell) => Math.Abs((amount / canal.Volume(cell)) - 1)).Max();
    }

    /// <summary>What is in those compartments that something leaves: the others, of what is eliminated, only grow.</summary>
    private static double[] Left(LinearSystem system, double[] amounts) =>
        [.. amounts.Where((_, state) => system.Matrix.Values(state)[system.Matrix.Columns(state).IndexOf(state)] < 0)];

    /// <summary>The same system with a compartment more, into which goes what is eliminated.</summary>
    private static LinearSystem Collecting(LinearSystem system)
    {
        var builder = new RateMatrix.Builder(system.Size + 1);
        for (var row = 0; row < system.Size; row++)
        {
            var columns = system.Matrix.Columns(row);
            var values = system.Matrix.Values(row);
            for (var entry = 0; entry < columns.Length; entry++)
            {
                if (columns[entry] != row)
                {
                    builder.Flow(columns[entry], row, values[entry]);
                }
            }

            builder.Flow(row, system.Size, system.Matrix.Losses[row]);
        }

        return new LinearSystem(builder.Build(), system.Inputs);
    }

    /// <summary>An hour, a pause, four hours at less, through every input.</summary>
    private static RateSchedule Program(LinearSystem system, int fromHour, double factor = 1)
    {
        var builder = new RateSchedule.Builder(system.Inputs.Count);
        Give(builder, system, fromHour, factor);
        return builder.Build();
    }

    private static void Give(RateSchedule.Builder builder, LinearSystem system, int fromHour, double factor = 1)
    {
        for (var input = 0; input < system.Inputs.Count; input++)
        {
            builder.Give(input, Duration.FromHours(fromHour), Duration.FromHours(fromHour + 1), 3 * factor);
            builder.Give(input, Duration.FromHours(fromHour + 2), Duration.FromHours(fromHour + 6), (1 + input) * factor);
        }
    }

    private static double Given(RateSchedule program, int hours) =>
        Enumerable.Range(0, program.Inputs).Sum(input => program.Given(input, Duration.FromHours(hours)));

    private static double[] Run(LinearSystem system, RateSchedule program, long[] wanted)
    {
        var solution = new double[wanted.Length * system.Size];
        new Integration(system).Run(program, wanted, [.. Enumerable.Range(0, system.Size)], solution);
        return solution;
    }

    private static double Difference(double[] one, double[] other) => one.Zip(other, (left, right) => Math.Abs(left - right)).Max() / one.Max();

    private static VerificationRow Row(string law, double deviation) => new(law, Printed: null, Exact: null, Found: null, deviation, Bound);
}
