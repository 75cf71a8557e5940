namespace Neuraxial.Papers;

/// <summary>One line of arithmetic that a reader can check by hand: what is worked out, from what, and what comes out.</summary>
/// <param name="What">What is worked out.</param>
/// <param name="From">The calculation.</param>
/// <param name="Result">What comes out, as <see cref="Display"/> writes it.</param>
internal sealed record Working(string What, Term From, string Result)
{
    /// <summary>What a reader must know besides; <see langword="null"/> if nothing.</summary>
    public string? Note { get; init; }

    /// <summary><c>=</c> where the printed numbers give the printed result to the last digit, else <c>≈</c>.</summary>
    public string Sign => From.IsExactDate || (From.Value is { } exact && exact == Term.Of(Result).Value) ? "=" : "\u2248";

    /// <summary>The line as one text.</summary>
    public override string ToString() => $"{From.Text} {Sign} {Result}";
}

/// <summary>Lines of arithmetic as a table with a box to tick beside each.</summary>
internal static class Workings
{
    /// <summary>The table.</summary>
    /// <param name="caption">What the lines are about.</param>
    /// <param name="lines">In the order in which a person would work them out.</param>
    public static Html Table(string caption, IReadOnlyList<Working> lines) =>
        lines.Count == 0
            ? Html.None
            : Html.Of(
                $"""
                <table class="workings">
                <caption>{caption}</caption>
                <thead><tr><th scope="col">What</th><th scope="col">How it is worked out</th><th scope="col" class="tick">Checked</th></tr></thead>
                <tbody>
                {lines.Select(Row)}
                </tbody>
                </table>

                """
            );

    /// <summary>One line, for a cell of another table.</summary>
    public static Html Line(Working line) => Html.Of($"""<span class="working">{line.From.Text} {line.Sign} <b>{line.Result}</b></span>""");

    private static Html Row(Working line) =>
        Html.Of(
            $"""
            <tr><th scope="row">{line.What}</th><td><span class="working">{line.From.Text} {line.Sign} <b>{line.Result}</b></span>{Note(
                line.Note
            )}</td><td class="tick">{Boxes.Tick}</td></tr>

            """
        );

    private static Html Note(string? note) => note is null ? Html.None : Html.Of($"""<br><span class="note">{note}</span>""");
}
