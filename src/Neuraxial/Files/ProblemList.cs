namespace Neuraxial;

/// <summary>Collects the problems of one file while it is read.</summary>
/// <remarks>A hostile file can hold a fault a byte: beyond <see cref="Most"/> they are counted, not kept.</remarks>
internal sealed class ProblemList
{
    public const int Most = 1_000;
    private readonly List<Problem> problems = [];
    private int left;

    public bool IsEmpty => problems.Count == 0;

    /// <summary>Whether further problems are only counted.</summary>
    public bool IsFull => problems.Count >= Most;

    /// <summary>Adds a problem, on one line whatever the file holds: an identifier of its own may stand in the path.</summary>
    public void Add(string path, string message)
    {
        if (problems.Count < Most)
        {
            problems.Add(new Problem(Printable.Safe(path), Printable.Safe(message)));
        }
        else
        {
            left++;
        }
    }

    public IReadOnlyList<Problem> All() => left == 0 ? problems : [.. problems, new Problem("$", $"and {left} problems more, not listed")];
}
