namespace Neuraxial.Simulation;

/// <summary>What a run finds.</summary>
/// <param name="Hours">Times, h.</param>
/// <param name="Values">A curve for each reading, one value for each time, ng/mL.</param>
/// <param name="Balance">Where the drug is at the end.</param>
/// <param name="Solver">What was done.</param>
public sealed record SpineCurves(double[] Hours, double[][] Values, MassBalance Balance, SolverWork Solver);

/// <summary>Where a drug is at the end of a run, in micrograms of what was given.</summary>
/// <param name="In">Given.</param>
/// <param name="Body">In the body still, changed or not.</param>
/// <param name="Eliminated">Out of it.</param>
/// <param name="Error">What is missing, of what was given.</param>
public sealed record MassBalance(double In, double Body, double Eliminated, double Error);

/// <summary>What a solver did.</summary>
/// <param name="States">How many compartments.</param>
/// <param name="Steps">How many steps.</param>
public sealed record SolverWork(int States, int Steps);
