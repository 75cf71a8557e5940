using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Neuraxial.Tests.Published;

/// <summary>No published example is left out in silence.</summary>
public sealed partial class CompletenessTests
{
    public static TheoryData<string> Ids { get; } =
    [
        .. Enumerable.Range(1, 25).Select(number => $"O{number}"),
        .. Enumerable.Range(1, 10).Select(number => $"X{number}"),
        "X1b",
        // P5, P7, P11, P13, P15, P23 and P25 are not in the reference.
        .. new[] { 1, 2, 3, 4, 6, 8, 9, 10, 12, 14, 16, 17, 18, 19, 20, 21, 22, 24, 26, 27 }.Select(number => $"P{number}"),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_published_example_has_a_test(string id) => Assert.Contains(id, Named());

    private static HashSet<string> Named()
    {
        var tests = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(type => type.Namespace == typeof(CompletenessTests).Namespace && type != typeof(CompletenessTests))
            .SelectMany(type => type.GetMethods());
        return tests
            .SelectMany(test =>
                test.GetCustomAttributes<InlineDataAttribute>()
                    .Select(row => row.Data[0] as string ?? "")
                    .Append(test.Name)
                    .SelectMany(text => Id().Matches(text).Select(match => match.Value))
            )
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex("(?<![A-Za-z])[OXP][0-9]+b?(?![0-9])", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Id();
}
