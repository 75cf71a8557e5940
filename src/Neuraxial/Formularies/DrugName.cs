namespace Neuraxial;

/// <summary>Looks drugs up by the name that somebody typed (HZ-16, HZ-24).</summary>
internal static class DrugName
{
    /// <summary>The drug of a name.</summary>
    /// <param name="id">As typed.</param>
    /// <param name="formulary">Its drugs and its deny-list.</param>
    /// <param name="suggest">Whether to look for the nearest name; left off where nobody would read it.</param>
    /// <param name="problem">Why there is no such drug: denied, misspelt or unknown.</param>
    /// <returns><see langword="null"/> if the formulary does not hold it, or if it is never given by the spinal route whoever orders it.</returns>
    public static Drug? Find(string id, Formulary formulary, bool suggest, out string problem)
    {
        // Before the drugs of a service's file: none makes a drug of what is denied. The built-in drugs are held apart from the list by a test.
        var mayBeDenied = formulary.Layers.Count > 1 || formulary.Drug(id) is null;
        if (mayBeDenied && DenyList.Find(id, formulary) is { } denied)
        {
            problem =
                $"'{Printable.OneLine(id, 40)}' is {denied.Text("name")}, which is never given by the spinal route: {denied.Text("reason")} ({string.Join(", ", denied.Texts("hazards"))})";
            return null;
        }

        if (formulary.Drug(id) is { } drug)
        {
            problem = "";
            return drug;
        }

        var near = suggest ? Spelling.Nearest(id, formulary.Rows("drugs").Select(row => row.Id)) : null;
        problem =
            $"unknown drug '{Printable.OneLine(id, 40)}'{Spelling.Note(id)}; {(near is null ? "expected an international name that 'neuraxial formulary' lists" : $"did you mean '{near}'?")}";
        return null;
    }
}
