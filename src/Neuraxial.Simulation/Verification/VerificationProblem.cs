namespace Neuraxial.Simulation;

/// <summary>A value that our own solver finds, beside what is exact.</summary>
/// <param name="Quantity">What is found, in words.</param>
/// <param name="Printed">What the reference prints, with its digits; <see langword="null"/> where only a formula or a law is given.</param>
/// <param name="Exact">By the closed form; <see langword="null"/> for a law, whose deviation is nought where it holds.</param>
/// <param name="Found">By our own solver; <see langword="null"/> for a law.</param>
/// <param name="Error">How far off: of the exact value, or for a law of all that was given.</param>
/// <param name="Bound">The most that it may be.</param>
public sealed record VerificationRow(string Quantity, decimal? Printed, double? Exact, double? Found, double Error, double Bound)
{
    /// <summary>Whether the error is within its bound, and the closed form rounds to what is printed. No number is never within a bound.</summary>
    public bool IsHeld => Error <= Bound && IsAsPrinted;

    /// <summary>Whether the closed form is within one unit of the last printed digit.</summary>
    public bool IsAsPrinted => Printed is not { } printed || Exact is not { } exact || Math.Abs((double)printed - exact) <= LastDigit(printed);

    private static double LastDigit(decimal printed) => Math.Pow(10, -printed.Scale);
}

/// <summary>A problem whose answer is known exactly, and how near our own comes to it.</summary>
/// <param name="Id">Its number: <c>V1</c> to <c>V11</c>.</param>
/// <param name="Title">What happens.</param>
/// <param name="Given">Its figures, with units.</param>
/// <param name="Rows">What was compared.</param>
/// <param name="Order">The order of convergence that was found when the cells were halved; <see langword="null"/> where nothing is cut into cells.</param>
public sealed record VerificationProblem(string Id, string Title, string Given, IReadOnlyList<VerificationRow> Rows, double? Order = null)
{
    /// <summary>The least order of a scheme of second order that is taken for one: a first-order scheme gives 1.0.</summary>
    public const double LeastOrder = 1.8;

    /// <summary>Whether every row is, and the order is no less than <see cref="LeastOrder"/>.</summary>
    public bool IsHeld => Rows.All(row => row.IsHeld) && Order is null or >= LeastOrder;
}
