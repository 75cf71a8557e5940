namespace Neuraxial.Simulation;

/// <summary>One substance along the spine and in the blood: ng/mL, one value for each time.</summary>
/// <param name="Drug">The drug, or what one becomes.</param>
/// <param name="Csf">In the fluid at each vertebra.</param>
/// <param name="Cord">In the cord at each segment whose place is known.</param>
/// <param name="Epidural">In the epidural fluid at each vertebra; empty where it is not known there.</param>
/// <param name="Cistern">In the cisterns.</param>
/// <param name="Plasma">In venous plasma.</param>
/// <param name="Effect">At the effect site of the plasma; <see langword="null"/> where it is not known.</param>
public record SubstanceCurves(
    SpinalDrug Drug,
    IReadOnlyList<KeyValuePair<Level, double[]>> Csf,
    IReadOnlyList<KeyValuePair<Level, double[]>> Cord,
    IReadOnlyList<KeyValuePair<Level, double[]>> Epidural,
    double[] Cistern,
    double[] Plasma,
    double[]? Effect
);

/// <summary>A drug of a therapy, where it goes and what becomes of it.</summary>
/// <param name="Curves">The drug itself.</param>
/// <param name="Metabolites">What it becomes, in order; empty if nothing that is known.</param>
/// <param name="Settling">Towards what the fluid at the tip goes.</param>
/// <param name="Before">What of it is in the body at the start, micrograms.</param>
/// <param name="Balance">Where it is in the end; what was in the body at the start counts as given.</param>
/// <param name="Solver">What was done.</param>
public sealed record SimulatedDrug(
    SubstanceCurves Curves,
    IReadOnlyList<SubstanceCurves> Metabolites,
    Settling Settling,
    double Before,
    MassBalance Balance,
    SolverWork Solver
)
{
    /// <summary>The drug.</summary>
    public SpinalDrug Drug => Curves.Drug;
}

/// <summary>The steady state that program and demand boluses lead to, and when it is as good as reached.</summary>
/// <param name="Level">The vertebra of the tip.</param>
/// <param name="Steady">The fluid there in the steady state of the mean dose, ng/mL.</param>
/// <param name="AfterHours">
/// From when on it differs by no more than a tenth from that: where the dose changes through the day, as if it were given evenly.
/// <see langword="null"/> if not within the time.
/// </param>
public sealed record Settling(Level Level, double Steady, double? AfterHours)
{
    /// <summary>As near as nine tenths.</summary>
    private const double Near = 0.1;

    /// <summary>Looks for the time from which a curve stays near its steady state.</summary>
    /// <param name="level">Where.</param>
    /// <param name="steady">ng/mL.</param>
    /// <param name="curve">ng/mL at even times.</param>
    /// <param name="everyHours">How far apart they are, h.</param>
    internal static Settling Of(Level level, double steady, ReadOnlySpan<double> curve, double everyHours)
    {
        var from = curve.Length;
        while (from > 0 && Math.Abs(curve[from - 1] - steady) <= Near * steady)
        {
            from--;
        }

        return new Settling(level, steady, steady > 0 && from < curve.Length ? from * everyHours : null);
    }
}
