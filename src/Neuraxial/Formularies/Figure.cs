using NodaTime;

namespace Neuraxial;

/// <summary>
/// One figure of the formulary or the catalogue: a quantity, a range, a bare number or words, always with its provenance.
/// </summary>
/// <remarks>Kept as it stands in the file, so that it can be shown as it was entered; <see cref="Quantity{T}"/> and its neighbours read it.</remarks>
public sealed record Figure
{
    private readonly WrittenQuantity? single;
    private readonly WrittenQuantity? low;
    private readonly WrittenQuantity? high;

    internal Figure(Provenance provenance) => Provenance = provenance;

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; }

    /// <summary>A single quantity in the grammar of quantities; <see langword="null"/> if it is something else.</summary>
    public string? Value
    {
        get => single?.Text;
        internal init => single = WrittenQuantity.Of(value);
    }

    /// <summary>The lower end of a range of quantities.</summary>
    public string? Low
    {
        get => low?.Text;
        internal init => low = WrittenQuantity.Of(value);
    }

    /// <summary>The upper end of a range of quantities.</summary>
    public string? High
    {
        get => high?.Text;
        internal init => high = WrittenQuantity.Of(value);
    }

    /// <summary>A bare number, in <see cref="Unit"/> if that is given.</summary>
    public decimal? Number { get; internal init; }

    /// <summary>The lower end of a range of bare numbers.</summary>
    public decimal? From { get; internal init; }

    /// <summary>The upper end of a range of bare numbers.</summary>
    public decimal? To { get; internal init; }

    /// <summary>The unit of bare numbers, in words or UCUM: <c>%</c>, <c>Cel</c>, <c>g/mol</c>.</summary>
    public string? Unit { get; internal init; }

    /// <summary>Words, where the source gives words or a figure that the grammar does not hold.</summary>
    public string? Text { get; internal init; }

    /// <summary>The single quantity; <see langword="null"/> if there is none or it is of another dimension.</summary>
    /// <typeparam name="T">Which quantity.</typeparam>
    public T? Quantity<T>()
        where T : struct, IQuantity<T> => single?.As<T>();

    /// <summary>The lower end as a quantity; <see langword="null"/> if there is none.</summary>
    /// <typeparam name="T">Which quantity.</typeparam>
    public T? LowQuantity<T>()
        where T : struct, IQuantity<T> => low?.As<T>();

    /// <summary>The upper end as a quantity; <see langword="null"/> if there is none.</summary>
    /// <typeparam name="T">Which quantity.</typeparam>
    public T? HighQuantity<T>()
        where T : struct, IQuantity<T> => high?.As<T>();

    /// <summary>The single duration; <see langword="null"/> if there is none.</summary>
    public Duration? Duration() => Value is { } text && QuantityText.ParseDuration(text) is { Succeeded: true } parsed ? parsed.Value : null;

    /// <summary>The figure as a table prints it, without its provenance.</summary>
    public override string ToString() => Written(static quantity => quantity.Text);

    /// <summary>The figure in a sentence for people: quantities by the display rules.</summary>
    internal string InWords() => Written(static quantity => quantity.InWords);

    private string Written(Func<WrittenQuantity, string> quantity)
    {
        if (Text is not null)
        {
            return Text;
        }

        if (single is not null)
        {
            return quantity(single);
        }

        if (low is not null || high is not null)
        {
            return low is null ? $"at most {quantity(high!)}"
                : high is null ? $"at least {quantity(low)}"
                : $"{quantity(low)} to {quantity(high)}";
        }

        var unit =
            Unit is null ? ""
            : Unit is "%" ? " %"
            : $" {Unit}";
        return Number is { } number ? QuantityText.Number(number) + unit
            : From is null ? $"at most {QuantityText.Number(To!.Value)}{unit}"
            : To is null ? $"at least {QuantityText.Number(From.Value)}{unit}"
            : $"{QuantityText.Number(From.Value)} to {QuantityText.Number(To.Value)}{unit}";
    }
}
