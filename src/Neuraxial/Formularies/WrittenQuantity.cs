namespace Neuraxial;

/// <summary>
/// A quantity as a file of the formulary writes it. What it comes to is kept, since every plan asks the same of it; two threads may read it at once, each finds a
/// whole value.
/// </summary>
internal sealed class WrittenQuantity : IEquatable<WrittenQuantity>
{
    private Reading? reading;
    private string? inWords;

    private WrittenQuantity(string text) => Text = text;

    /// <summary>As it stands in the file.</summary>
    public string Text { get; }

    /// <summary>By the display rules.</summary>
    public string InWords => inWords ??= Display.OfWritten(Text);

    /// <summary>A text as a quantity; <see langword="null"/> if there is none.</summary>
    public static WrittenQuantity? Of(string? text) => text is null ? null : new WrittenQuantity(text);

    /// <summary>The quantity; <see langword="null"/> if it is of another dimension.</summary>
    public T? As<T>()
        where T : struct, IQuantity<T>
    {
        if (reading is not { } known || known.Of != T.Dimension)
        {
            known = new Reading(T.Dimension, QuantityText.Parse<T>(Text) is { Succeeded: true } parsed ? parsed.Value.Stored : null);
            reading = known;
        }

        return known.Stored is { } stored ? T.FromStored(stored) : null;
    }

    /// <inheritdoc/>
    public bool Equals(WrittenQuantity? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WrittenQuantity);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    /// <summary>What the text came to when it was last read.</summary>
    /// <param name="Of">As a quantity of which dimension.</param>
    /// <param name="Stored">In stored units; <see langword="null"/> if it is none of that dimension.</param>
    private sealed record Reading(Dimension Of, decimal? Stored);
}
