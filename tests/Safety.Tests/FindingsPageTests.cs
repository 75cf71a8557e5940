using Xunit;

namespace Neuraxial.Safety;

/// <summary>The published list of findings is the code's own.</summary>
public sealed class FindingsPageTests
{
    [Fact]
    public void The_committed_list_is_the_one_of_the_code() => Repository.Holds(FindingsPage.Path, FindingsPage.Of(FindingKind.All));

    [Fact]
    public void No_code_stands_for_two_kinds() =>
        Assert.Equal(FindingKind.All.Count, FindingKind.All.DistinctBy(kind => kind.Code, StringComparer.Ordinal).Count());

    [Fact]
    public void Every_kind_has_a_severity_that_a_check_gives_it() =>
        Assert.Equal(
            "",
            string.Join(
                '\n',
                FindingKind
                    .All.Where(kind => FindingSources.Severities(kind).Count == 0)
                    .Select(kind => $"{kind.Code}: no check names its severity beside it; state Severities where the kind is declared")
            )
        );

    [Fact]
    public void Every_kind_is_named_by_a_test() =>
        Assert.Equal("", string.Join('\n', FindingKind.All.Where(kind => FindingSources.NamedBy(kind).Count == 0).Select(kind => kind.Code)));

    [Fact]
    public void Advice_is_a_sentence() =>
        Assert.All(FindingKind.All.Where(kind => kind.Advice is not null), kind => Assert.Matches(@"^[A-Z][^|\n]*\.$", kind.Advice));
}
