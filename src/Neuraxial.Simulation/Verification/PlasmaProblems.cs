namespace Neuraxial.Simulation;

/// <summary>V11: blood of one to three compartments and an effect site, against sums of exponentials.</summary>
/// <remarks>Figures of morphine in reference c.5: V1 17.8, V2 87, V3 199 L; CL 1.26, Q2 2.27, Q3 0.33 L/min; half-life of ke0 2.5 h.</remarks>
internal static class PlasmaProblems
{
    private const double K10 = 60 * 1.26 / 17.8;
    private const double K12 = 60 * 2.27 / 17.8;
    private const double K21 = 60 * 2.27 / 87;
    private const double K13 = 60 * 0.33 / 17.8;
    private const double K31 = 60 * 0.33 / 199;

    /// <summary>A step is exact: what is left is rounding of residues, which matters where little is left.</summary>
    private const double Bound = 1e-9;

    /// <summary>The part of the blood that the effect site takes, so that it takes next to nothing.</summary>
    private const double EffectShare = 1e-7;

    /// <summary>Between what the effect site takes of the blood, 1e-7, and rounding over that share, 1e-14 / 1e-7 of a dose of which a hundredth is left.</summary>
    private const double EffectBound = 1e-5;

    /// <summary>A bolus and an infusion into one, two and three compartments, and the effect site.</summary>
    public static IReadOnlyList<VerificationProblem> All()
    {
        double[] afterBolus = [1.0 / 12, 0.5, 2];
        double[] afterInfusion = [1, 6, 8];
        var problems = new List<VerificationProblem>();
        foreach (
            var (compartments, exact) in ((int, Polyexponential)[])
                [(1, Polyexponential.Of(K10)), (2, Polyexponential.Of(K10, K12, K21)), (3, Polyexponential.Of(K10, K12, K21, K13, K31))]
        )
        {
            problems.Add(
                new(
                    "V11",
                    compartments == 1 ? "Blood of one compartment" : $"Blood of {(compartments == 2 ? "two" : "three")} compartments",
                    "morphine, reference c.5; of a dose of one, and of one an hour given for 6 hours",
                    [
                        .. afterBolus.Select(hours => Row($"bolus, after {Clock(hours)}", exact.Bolus(hours), Bolus(compartments, hours), Bound)),
                        .. afterInfusion.Select(hours =>
                            Row($"infusion, after {Clock(hours)}", exact.Infusion(hours, 6), Infusion(compartments, hours, 6), Bound)
                        ),
                    ]
                )
            );
        }

        const double Ke0 = 0.693147180559945 / 2.5;
        var three = Polyexponential.Of(K10, K12, K21, K13, K31);
        problems.Add(
            new(
                "V11",
                "Effect site behind three compartments",
                "morphine, ke0 0.277 /h; of a dose of one, in amounts of the central compartment",
                [.. afterInfusion.Select(hours => Row($"bolus, after {Clock(hours)}", three.Effect(hours, Ke0), Effect(hours, Ke0), EffectBound))]
            )
        );
        return problems;
    }

    private static RateMatrix.Builder Blood(int compartments, int more = 0)
    {
        var builder = new RateMatrix.Builder(compartments + more).Loss(0, K10);
        if (compartments > 1)
        {
            builder.Flow(0, 1, K12).Flow(1, 0, K21);
        }

        return compartments > 2 ? builder.Flow(0, 2, K13).Flow(2, 0, K31) : builder;
    }

    private static double Bolus(int compartments, double hours)
    {
        var amounts = new double[compartments];
        amounts[0] = 1;
        Take(Blood(compartments), amounts, rate: 0, hours);
        return amounts[0];
    }

    private static double Infusion(int compartments, double hours, double given)
    {
        var amounts = new double[compartments];
        Take(Blood(compartments), amounts, rate: 1, Math.Min(hours, given));
        if (hours > given)
        {
            Take(Blood(compartments), amounts, rate: 0, hours - given);
        }

        return amounts[0];
    }

    private static double Effect(double hours, double ke0)
    {
        var amounts = new double[4];
        amounts[0] = 1;
        Take(Blood(3, more: 1).Flow(0, 3, EffectShare * ke0).Loss(3, ke0), amounts, rate: 0, hours);
        return amounts[3] / EffectShare;
    }

    private static void Take(RateMatrix.Builder builder, double[] amounts, double rate, double hours)
    {
        var matrix = builder.Build();
        var inflow = new double[amounts.Length];
        inflow[0] = rate;
        ExponentialStep.Of(matrix, Elimination.Of(matrix), hours).Take(amounts, inflow, new ExponentialStep.Workspace(matrix.Size));
    }

    private static VerificationRow Row(string quantity, double exact, double found, double bound) =>
        new(quantity, Printed: null, exact, found, Math.Abs((found / exact) - 1), bound);

    private static string Clock(double hours) => hours < 1 ? $"{Math.Round(60 * hours)} min" : $"{hours} h";
}
