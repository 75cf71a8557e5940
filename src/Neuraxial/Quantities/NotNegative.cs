using System.Runtime.CompilerServices;

namespace Neuraxial;

/// <summary>
/// The check of every stored amount. A difference of two equal decimals can be zero with a minus sign: that is zero, and no negative amount,
/// which <see cref="ArgumentOutOfRangeException.ThrowIfNegative{T}(T, string?)"/> would take it for.
/// </summary>
internal static class NotNegative
{
    /// <summary>The amount, a zero without its sign.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than zero.</exception>
    public static decimal Of(decimal amount, [CallerArgumentExpression(nameof(amount))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(amount, 0m, name);
        return amount == 0m ? 0m : amount;
    }
}
