namespace Neuraxial;

/// <summary>A hard limit that one formulary holds less firmly than another.</summary>
/// <param name="Id">The limit's identifier in the formulary: <c>R3-implanted-cancer</c>.</param>
/// <param name="Title">What it limits.</param>
/// <param name="How">In what way it is looser: one phrase, or several with semicolons.</param>
/// <param name="Before">The hard figure of the firmer one, as it is written there.</param>
/// <param name="After">The hard figure of the looser one; <see langword="null"/> if it has none.</param>
public sealed record LoosenedLimit(string Id, string Title, string How, string Before, string? After)
{
    private static readonly string[] Passes = ["none", "two-person", "reason"];

    /// <summary>Every hard limit of a formulary that another one lacks, or holds only further out, for fewer, or passable by more.</summary>
    /// <param name="before">The formulary whose limits are kept.</param>
    /// <param name="after">The formulary that is held against it.</param>
    /// <remarks>What cannot be compared counts as looser: the reader decides, nobody is left to find out.</remarks>
    public static IReadOnlyList<LoosenedLimit> Between(Formulary before, Formulary after)
    {
        var loosened = new List<LoosenedLimit>();
        foreach (var old in before.Rows("limits"))
        {
            var row = after.Row("limits", old.Id);
            if (old.Figure("hard") is not { } hard || ReferenceEquals(old, row))
            {
                continue;
            }

            var how = row is null ? ["no such limit any more"] : Ways(old, row, hard).ToList();
            if (how.Count > 0)
            {
                loosened.Add(new LoosenedLimit(old.Id, old.Text("title")!, string.Join("; ", how), hard.ToString(), row?.Figure("hard")?.ToString()));
            }
        }

        return loosened;
    }

    private static IEnumerable<string> Ways(DataRow old, DataRow row, Figure hard)
    {
        if (row.Figure("hard") is not { } figure)
        {
            yield return "no hard figure any more";
        }
        else if (old.Text("check") != row.Text("check") || old.Text("bound") != row.Text("bound"))
        {
            yield return "another check";
        }
        else if (LimitFigure.Compare(figure, hard) is not { } order)
        {
            if (figure.ToString() != hard.ToString())
            {
                yield return "another kind of figure";
            }
        }
        else if (old.Text("bound") is "lower" ? order < 0 : order > 0)
        {
            yield return "the hard figure lies further out";
        }

        if (row.Figure("hard") is not null && Passable(row) > Passable(old))
        {
            yield return $"may be passed ({row.Text("override")})";
        }

        if (old.Figure("atWeight") is not null && row.Figure("atWeight")?.ToString() != old.Figure("atWeight")!.ToString())
        {
            yield return "not the same share for a lighter patient";
        }

        if (IsNarrowed(old, row))
        {
            yield return "holds for fewer";
        }
    }

    private static int Passable(DataRow row) => row.Text("override") is { } word ? Array.IndexOf(Passes, word) : 0;

    /// <summary>Whether there can be a therapy that the old row is about and the new one is not.</summary>
    private static bool IsNarrowed(DataRow old, DataRow row) =>
        IsNarrowed(Drugs(old), Drugs(row))
        || IsNarrowed(old.Texts("profiles"), row.Texts("profiles"))
        || IsNarrowed(old.Texts("pumps"), row.Texts("pumps"))
        || Array.Exists(["route", "jurisdiction", "patients", "when"], name => row.Text(name) is { } word && word != old.Text(name));

    /// <summary>Lists of whom a row is about; an empty one is about all.</summary>
    private static bool IsNarrowed(IReadOnlyList<string> old, IReadOnlyList<string> now) =>
        now.Count > 0 && (old.Count == 0 || old.Any(name => !now.Contains(name, StringComparer.Ordinal)));

    private static IReadOnlyList<string> Drugs(DataRow row) => row.Text("drug") is { } drug ? [drug] : row.Texts("drugs");
}
