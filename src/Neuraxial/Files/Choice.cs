namespace Neuraxial;

/// <summary>One word of a closed list and what it stands for.</summary>
internal sealed record Word<T>(string Text, T Value)
    where T : struct;

/// <summary>A closed list of words; any other word is refused, with the list and what is strange about it.</summary>
internal sealed class Choice<T>(params Word<T>[] words)
    where T : struct
{
    private string? expected;

    public string Expected => expected ??= "one of " + string.Join(", ", Words);

    public IReadOnlyList<string> Words => [.. words.Select(word => word.Text)];

    public Parsed<T> Parse(string text)
    {
        foreach (var word in words)
        {
            if (word.Text == text)
            {
                return Parsed<T>.Of(word.Value);
            }
        }

        return Parsed<T>.Failed($"'{Printable.OneLine(text, 40)}' is unknown{Spelling.Note(text)}; expected {Expected}");
    }

    public string Word(T value)
    {
        foreach (var word in words)
        {
            if (EqualityComparer<T>.Default.Equals(word.Value, value))
            {
                return word.Text;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "has no word in this list");
    }
}
