namespace Neuraxial.Papers;

/// <summary>One statement of the formulary on a drug, as it stands there, with its mark.</summary>
/// <param name="Text">In words, units by the display rules.</param>
/// <param name="Provenance">Mark and sources.</param>
internal sealed record Statement(string Text, Provenance Provenance);

/// <summary>What the formulary says to watch for, to fear and to do.</summary>
internal static class Statements
{
    /// <summary>The statements of one list of a drug.</summary>
    /// <param name="row">The drug's row, or any other.</param>
    /// <param name="list"><c>watch</c>, <c>overdose</c>, <c>withdrawal</c>, <c>rescue</c>, …</param>
    public static IReadOnlyList<Statement> Of(DataRow row, string list) =>
        [
            .. row.Rows(list)
                .Where(statement => statement.Text("text") is not null && statement.Provenance is not null)
                .Select(statement => new Statement(Wording.InWords(statement.Text("text")!), statement.Provenance!)),
        ];

    /// <summary>
    /// The statements that may stand on an emergency card: no case reports, from which the formulary itself says that no dose may be read.
    /// </summary>
    public static IReadOnlyList<Statement> ForCard(DataRow row, string list) =>
        [
            .. Of(row, list)
                .Where(statement => statement.Provenance.Note?.Contains("no dose of this drug may be read", StringComparison.Ordinal) is not true),
        ];

    /// <summary>A list with the mark of each statement.</summary>
    public static Html List(Document document, IReadOnlyList<Statement> statements) =>
        statements.Count == 0
            ? Html.Of($"<p>{Phrases.NotKnown}</p>\n")
            : Html.Of(
                $"<ul>{statements.Select(statement => Html.Of($"<li>{Wording.Capital(statement.Text)} {document.Sources.Mark(statement.Provenance)}</li>"))}</ul>\n"
            );
}
