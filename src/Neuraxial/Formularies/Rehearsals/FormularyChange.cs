namespace Neuraxial;

/// <summary>A row that differs between two formularies.</summary>
/// <param name="Section">The section: <c>limits</c>.</param>
/// <param name="Id">The row.</param>
/// <param name="Change"><c>added</c>, <c>changed</c> or <c>removed</c>.</param>
/// <param name="Members">Of a changed row what is different, in the order of the new one's members and then of those it lacks.</param>
public sealed record FormularyChange(string Section, string Id, string Change, IReadOnlyList<ChangedMember> Members)
{
    /// <summary>Every row that differs, section by section, in the order of the newer formulary; what it lacks comes last.</summary>
    /// <param name="before">The older formulary.</param>
    /// <param name="after">The newer one.</param>
    public static IReadOnlyList<FormularyChange> Between(Formulary before, Formulary after)
    {
        var changes = new List<FormularyChange>();
        foreach (var section in Formulary.SectionNames)
        {
            foreach (var row in after.Rows(section))
            {
                var old = before.Row(section, row.Id);
                if (old is null)
                {
                    changes.Add(new FormularyChange(section, row.Id, "added", []));
                }
                else if (!ReferenceEquals(old, row) && ChangedMember.Between(old, row) is { Count: > 0 } members)
                {
                    changes.Add(new FormularyChange(section, row.Id, "changed", members));
                }
            }

            changes.AddRange(
                before
                    .Rows(section)
                    .Where(row => after.Row(section, row.Id) is null)
                    .Select(row => new FormularyChange(section, row.Id, "removed", []))
            );
        }

        return changes;
    }
}

/// <summary>A member of a row that differs between two formularies.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Before">What the older row holds, as a table prints it; <see langword="null"/> if it has no such member.</param>
/// <param name="After">What the newer row holds.</param>
public sealed record ChangedMember(string Name, string? Before, string? After)
{
    internal static IReadOnlyList<ChangedMember> Between(DataRow before, DataRow after) =>
        [
            .. after
                .Names.Concat(before.Names.Where(name => !after.Has(name)))
                .Where(name => !before.IsAlike(name, after))
                .Select(name => new ChangedMember(name, Shown(before, name), Shown(after, name))),
        ];

    /// <summary>A figure with its mark: that 15 mg/d is now an assumption of somebody's is a change too.</summary>
    private static string? Shown(DataRow row, string name) =>
        !row.Has(name) ? null
        : row.Figure(name) is { } figure ? $"{figure} {figure.Provenance}"
        : row.Shown(name);
}
