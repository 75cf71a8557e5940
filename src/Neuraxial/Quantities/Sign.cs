using System.Runtime.CompilerServices;

namespace Neuraxial;

/// <summary>Decides the sign of a quantity, once: never negative.</summary>
internal static class Sign
{
    /// <summary>The amount itself, with zero as the one zero there is.</summary>
    /// <remarks>
    /// A decimal has a zero with a minus sign: equal amounts of different scale give it when one is taken from the other (4000.0 − 4000).
    /// It is zero, and nothing that is negative.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public static decimal Checked(decimal amount, [CallerArgumentExpression(nameof(amount))] string? name = null)
    {
        if (decimal.Sign(amount) > 0)
        {
            return amount;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 0m, name);
        return 0m;
    }
}
