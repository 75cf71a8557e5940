using System.Globalization;
using System.Text;

namespace Neuraxial.Safety;

/// <summary>The list of findings as people read it, in Markdown.</summary>
internal static class FindingsPage
{
    public const string Path = "docs/findings.md";

    public static string Of(IReadOnlyList<FindingKind> kinds)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Findings

            Generated from the code; do not edit. {kinds.Count} kinds of finding, by the part that makes them. A code never changes its meaning and is never used again, so
            that a program, a form or an audit may rely on it. Each finding also says where in the file, the value, the limit, the limit's source with its mark, and
            [the hazards](clinical-safety/hazard-log.md) that it stands against.

            | severity | |
            | --- | --- |
            | block | cannot run, and no role may pass it |
            | confirm | needs a typed reason, and a second person where said |
            | unknown | Neuraxial says that it does not know |
            | warn | shown and recorded |

            What a finding advises is where to look first. It is not an instruction to treat.

            """
        );
        foreach (var part in kinds.GroupBy(FindingSources.Part, StringComparer.Ordinal).OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {part.Key}\n\n| code | says that | may | hazards | what to do |\n| --- | --- | --- | --- | --- |\n"
            );
            foreach (var kind in part.OrderBy(kind => kind.Code, StringComparer.Ordinal))
            {
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{kind.Code}` | {kind.Summary} | {string.Join(", ", FindingSources.Severities(kind).Select(Word))} | {string.Join(" ", kind.Hazards.Select(Link))} | {kind.Advice ?? "its message says it"} |\n"
                );
            }
        }

        return page.ToString();
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();

    private static string Link(string hazard) => $"[{hazard}](clinical-safety/hazard-log.md#{hazard.ToLowerInvariant()})";
}
