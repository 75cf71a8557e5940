namespace Neuraxial;

/// <summary>A closed list of words, each with what it stands for; any other word is refused, with the list and the nearest word.</summary>
internal sealed class Choice<T>
    where T : struct
{
    private readonly (string Word, T Value)[] words;

    public Choice(params (string Word, T Value)[] words)
    {
        this.words = words;
        Expected = "one of " + string.Join(", ", words.Select(word => word.Word));
    }

    public string Expected { get; }

    public IEnumerable<string> Words => words.Select(word => word.Word);

    public Parsed<T> Parse(string text)
    {
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return Parsed<T>.Of(value);
            }
        }

        return Parsed<T>.Failed($"'{Printable.OneLine(text, 40)}' is unknown{Spelling.Note(text)}; expected {Expected}");
    }

    public string Word(T value)
    {
        foreach (var (word, candidate) in words)
        {
            if (EqualityComparer<T>.Default.Equals(candidate, value))
            {
                return word;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "has no word in this list");
    }
}
