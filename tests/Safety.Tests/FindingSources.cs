using System.Text.RegularExpressions;

namespace Neuraxial.Safety;

/// <summary>What the sources say of a kind of finding: the part that it belongs to, the severities that checks give it, the tests that name it.</summary>
internal static partial class FindingSources
{
    private static readonly (string Path, string Text)[] Domain = [.. Repository.Sources("src").Select(path => (path, Repository.Read(path)))];
    private static readonly (string Path, string Text)[] Tests =
    [
        .. Repository
            .Sources("tests")
            .Where(path => !path.StartsWith("tests/Safety.Tests/", StringComparison.Ordinal))
            .Select(path => (path, Repository.Read(path))),
    ];

    /// <summary>The name of each kind's field, by its code.</summary>
    private static readonly Dictionary<string, string> Names = typeof(FindingKinds)
        .GetFields()
        .ToDictionary(field => ((FindingKind)field.GetValue(null)!).Code, field => field.Name, StringComparer.Ordinal);

    /// <summary><c>FindingKinds.Pumps.cs</c> is the part "Pumps".</summary>
    public static string Part(FindingKind kind)
    {
        var declared = Domain.Single(file => file.Text.Contains($"FindingKind {Names[kind.Code]} =", StringComparison.Ordinal)).Path;
        return Path.GetFileName(declared).Split('.')[1];
    }

    /// <summary>Those that a check names beside the kind, and those that the kind itself names; in order of danger.</summary>
    public static IReadOnlyList<Severity> Severities(FindingKind kind) =>
        [
            .. Domain
                .SelectMany(file => Given().Matches(file.Text))
                .Where(match => match.Groups["kind"].Value == Names[kind.Code])
                .Select(match => Enum.Parse<Severity>(match.Groups["severity"].Value))
                .Concat(kind.Severities)
                .Distinct()
                .Order(),
        ];

    /// <summary>The files of tests that name the kind, by its code or its field.</summary>
    public static IReadOnlyList<string> NamedBy(FindingKind kind) =>
        [
            .. Tests
                .Where(file =>
                    file.Text.Contains($"\"{kind.Code}\"", StringComparison.Ordinal)
                    || Regex.IsMatch(file.Text, $@"\bFindingKinds\.{Names[kind.Code]}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
                )
                .Select(file => file.Path),
        ];

    /// <summary>The file that declares a test, for a link.</summary>
    public static string? FileOf(ShowingTest test) =>
        Tests
            .Where(file =>
                file.Path.StartsWith($"tests/{test.Project}/", StringComparison.Ordinal)
                && file.Text.Contains($" {test.Method}(", StringComparison.Ordinal)
                && file.Text.Contains($"class {test.ShortClass}", StringComparison.Ordinal)
            )
            .Select(file => file.Path)
            .FirstOrDefault();

    [GeneratedRegex(
        @"FindingKinds\s*\.\s*(?<kind>\w+)\s*\.\s*(?<severity>Block|Confirm|Unknown|Warn)\s*\(",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Given();
}
