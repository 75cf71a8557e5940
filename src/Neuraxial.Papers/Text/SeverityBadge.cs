namespace Neuraxial.Papers;

/// <summary>How much a finding weighs: a word, a sign and a border, so that no colour is needed.</summary>
internal static class SeverityBadge
{
    /// <summary>Most dangerous first.</summary>
    public static IReadOnlyList<Severity> Order { get; } = [Severity.Block, Severity.Confirm, Severity.Unknown, Severity.Warn];

    /// <summary>The sign and the word.</summary>
    public static Html Of(Severity severity) =>
        Html.Of($"""<span class="badge {Class(severity)}"><span aria-hidden="true">{Sign(severity)}</span> {Word(severity)}</span>""");

    /// <summary>What it asks of the reader.</summary>
    public static string Meaning(Severity severity) =>
        severity switch
        {
            Severity.Block => "cannot run; no role may pass it",
            Severity.Confirm => "may run for a reason that somebody writes down and signs",
            Severity.Unknown => "Neuraxial does not know; somebody must find out",
            _ => "to be taken note of",
        };

    public static string Class(Severity severity) => "is-" + Finding.Severities.Word(severity);

    private static string Word(Severity severity) =>
        severity switch
        {
            Severity.Block => "Block",
            Severity.Confirm => "Confirm",
            Severity.Unknown => "Unknown",
            _ => "Note",
        };

    private static string Sign(Severity severity) =>
        severity switch
        {
            Severity.Block => "\u25a0",
            Severity.Confirm => "\u25b2",
            Severity.Unknown => "?",
            _ => "\u25cf",
        };
}
