using System.Globalization;

namespace Neuraxial.Papers;

/// <summary>
/// One side of a calculation as it is printed: text, and what the printed numbers come to on a pocket calculator. Working from the printed digits and
/// not from those behind them, a reader gets what the paper says.
/// </summary>
/// <remarks>Units are the writer's business: an hour in a formula of days is written out as <c>× 24 hours per day</c>. The tests check them apart.</remarks>
internal readonly record struct Term
{
    private Term(string text, decimal? value, Shape shape) => (Text, Value, Form) = (text, value, shape);

    private enum Shape
    {
        Amount,
        Product,
        Sum,
    }

    /// <summary>As printed.</summary>
    public string Text { get; }

    /// <summary>What it comes to; <see langword="null"/> beyond what a decimal holds.</summary>
    public decimal? Value { get; }

    /// <summary>Whether it is a moment that the printed text gives to the minute.</summary>
    public bool IsExactDate { get; private init; }

    private Shape Form { get; }

    /// <summary>An amount as <see cref="Display"/> writes it.</summary>
    /// <param name="displayed">A number, and a unit unless it is a bare number.</param>
    public static Term Of(string displayed)
    {
        var space = displayed.IndexOfAny([' ', '\u00a0']);
        var number = space < 0 ? displayed : displayed[..space];
        return new Term(
            displayed,
            decimal.TryParse(number, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value) ? value : null,
            Shape.Amount
        );
    }

    /// <summary>A moment and what is added to it: nothing for a pocket calculator.</summary>
    /// <param name="text">As printed.</param>
    /// <param name="isExact">Whether what is printed gives the result to the minute.</param>
    public static Term Date(string text, bool isExact) => new(text, value: null, Shape.Sum) { IsExactDate = isExact };

    /// <summary>A bare number.</summary>
    public static Term Of(decimal number) => Of(Display.Number(number));

    /// <summary>A sum.</summary>
    public static Term operator +(Term left, Term right) => new($"{left.Text} + {right.Text}", Checked(left, right, decimal.Add), Shape.Sum);

    /// <summary>A difference.</summary>
    public static Term operator -(Term left, Term right) =>
        new($"{left.Text} \u2212 {right.Factor}", Checked(left, right, decimal.Subtract), Shape.Sum);

    /// <summary>A product.</summary>
    public static Term operator *(Term left, Term right) =>
        new($"{left.Factor} \u00d7 {right.Factor}", Checked(left, right, decimal.Multiply), Shape.Product);

    /// <summary>A quotient.</summary>
    public static Term operator /(Term left, Term right) =>
        new($"{left.Factor} \u00f7 {right.Divisor}", right.Value == 0m ? null : Checked(left, right, decimal.Divide), Shape.Product);

    private string Factor => Form == Shape.Sum ? $"({Text})" : Text;

    private string Divisor => Form == Shape.Amount ? Text : $"({Text})";

    private static decimal? Checked(Term left, Term right, Func<decimal, decimal, decimal> operation)
    {
        try
        {
            return left.Value is { } one && right.Value is { } other ? operation(one, other) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
