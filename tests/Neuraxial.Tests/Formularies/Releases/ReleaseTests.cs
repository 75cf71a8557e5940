using System.Text;
using Xunit;

namespace Neuraxial.Tests.Formularies.Releases;

/// <summary>From a draft to a released file: two persons, of what it says, before it is in force (HZ-59).</summary>
public sealed class ReleaseTests
{
    private const string Sum = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_file_is_released_when_two_persons_have_approved_what_it_says()
    {
        var draft = Overlays.Bytes();
        Assert.Equal(FormularyStanding.Draft, Overlays.Governance(draft).Standing);
        var once = Overlays.Approved(draft, "pharmacist", "KP", "2026-04-20T09:00:00Z");
        Assert.Equal(FormularyStanding.Draft, Overlays.Governance(once).Standing);
        var twice = Overlays.Approved(once, "consultant", "MR", "2026-04-20T10:00:00Z");
        Assert.Equal(FormularyStanding.Released, Overlays.Governance(twice).Standing);
        Assert.Equal("pharmacist KP, consultant MR", string.Join(", ", Overlays.Governance(twice).Approvals));
    }

    [Theory]
    [InlineData("KP", "KP", true, "the same")]
    [InlineData("KP", "kp", true, "in lower case")]
    [InlineData("KP", "K.P.", true, "with points")]
    [InlineData("KP", "K P", true, "with a space")]
    [InlineData("AC", "\u0410\u0421", true, "in Cyrillic letters that look the same")]
    [InlineData("staff-0017", "STAFF 0017", true, "a number written otherwise")]
    [InlineData("KP", "MR", false, "another")]
    [InlineData("KP", "KPR", false, "another with more initials")]
    [Trait("Hazard", "HZ-59")]
    public void One_person_counts_once_however_the_initials_are_written(string one, string other, bool refused, string why)
    {
        var once = Overlays.Approved(Overlays.Bytes(), "pharmacist", one, "2026-04-20T09:00:00Z");
        var governance = Overlays.Governance(once);
        var twice = FormularyRelease.WithApproval(
            once,
            governance,
            new Approval("nurse", other, DateText.ParseMoment("2026-04-20T10:00:00Z").Value, governance.ContentSha256),
            null
        );
        var problems = Overlays.Problems(twice);
        Assert.True(refused == (problems.Count == 1), why);
        Assert.All(problems, problem => Assert.Equal("$.release.approvedBy[1].id", problem.Path));
    }

    [Theory]
    [InlineData("limits.0.hard.value", "16 mg/d")]
    [InlineData("limits.0.why", "Another reason.")]
    [InlineData("version", "test-3")]
    [InlineData("name", "Another service")]
    [InlineData("effective.until", "2028-04-30")]
    [InlineData("about", "A word more.")]
    [InlineData("supersedes", """{ "version": "test-1", "sha256": "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }""")]
    [Trait("Hazard", "HZ-59")]
    public void A_file_that_changes_after_an_approval_is_not_released_any_more(string path, string value)
    {
        var changed = Encoding.UTF8.GetBytes(Plans.Changed(Encoding.UTF8.GetString(Overlays.Released()), (path, value)));
        Assert.Equal(FormularyStanding.Changed, Overlays.Governance(changed).Standing);
        var plan = Planner.Plan(Plans.Therapy(), Overlays.Read(changed));
        Assert.Equal(Severity.Confirm, plan.The(FindingKinds.FormularyChanged).Severity);

        // One approval of the new content: the old ones fall away, and a second person must look again.
        var again = Overlays.Approved(changed, "pharmacist", "KP", "2026-04-25T09:00:00Z");
        Assert.Equal(FormularyStanding.Draft, Overlays.Governance(again).Standing);
        Assert.Single(Overlays.Governance(again).Approvals);
    }

    [Fact]
    public void Layout_is_no_change()
    {
        var text = Encoding.UTF8.GetString(Overlays.Released());
        var laidOut = text.Replace("\n", "\r\n\t", StringComparison.Ordinal);
        Assert.Equal(FormularyStanding.Released, Overlays.Governance(Encoding.UTF8.GetBytes(laidOut)).Standing);
    }

    [Fact]
    public void An_approval_and_a_signature_leave_every_other_byte_where_it_was()
    {
        var draft = Encoding.UTF8.GetString(Overlays.Bytes());
        var released = Encoding.UTF8.GetString(Overlays.Released());
        Assert.StartsWith(draft[..^1], released, StringComparison.Ordinal);
        var signed = Encoding.UTF8.GetString(FormularyRelease.WithSignature(Overlays.Released(), new FormularySignature(Sum, "AAAA")));
        Assert.StartsWith(released.TrimEnd()[..^1].TrimEnd(), signed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sum_that_is_approved_is_that_of_the_canonical_text_without_release_and_signature()
    {
        // printf '%s' '{"effective":{"from":"2026-05-01"},"limits":[],"name":"a","version":"1"}' | sha256sum
        var file = """{ "version": "1", "name": "a", "limits": [ ], "effective": { "from": "2026-05-01" } }""";
        Assert.Equal(
            "80d19695f623830f44d970b2219a4e84849aa83c07216b998e002ef2234f46aa",
            Overlays.Governance(Encoding.UTF8.GetBytes(file)).ContentSha256
        );
    }

    [Theory]
    [InlineData("effective", "[]", "$.effective", "no object")]
    [InlineData("effective.from", null, "$.effective.from", "no first day")]
    [InlineData("effective.from", "1 May 2026", "$.effective.from", "no date")]
    [InlineData("effective.from", "2026-02-30", "$.effective.from", "a day that does not exist")]
    [InlineData("effective.until", "2026-04-30", "$.effective.until", "a last day before the first")]
    [InlineData("effective.to", "2027-04-30", "$.effective.to", "a member that is not known")]
    [InlineData("supersedes", """{ "version": "test-1" }""", "$.supersedes.sha256", "no sum of what it replaces")]
    [InlineData("supersedes", """{ "version": "test-1", "sha256": "0123" }""", "$.supersedes.sha256", "a sum that is cut short")]
    [InlineData("release", "{}", "$.release.approvedBy", "a release by nobody")]
    [InlineData("release", """{ "approvedBy": [{}] }""", "$.release.approvedBy[0].role", "an approval by nobody")]
    [InlineData("release.approvedBy.0.at", "2026-04-20", "$.release.approvedBy[0].at", "a day without a time")]
    [InlineData("release.approvedBy.0.role", " ", "$.release.approvedBy[0].role", "no role")]
    [InlineData("release.approvedBy.0.id", "..", "$.release.approvedBy[0].id", "nobody's initials")]
    [InlineData("release.approvedBy.0.content", "0123", "$.release.approvedBy[0].content", "no sum")]
    [InlineData("release.approvedBy.0.content", null, "$.release.approvedBy[0].content", "an approval of nothing")]
    [InlineData("release.approvedBy.1.at", "2026-05-02T00:00:00Z", "$.release.approvedBy[1].at", "after the file is in force")]
    [InlineData("release.approvedBy.1.id", "KP", "$.release.approvedBy[1].id", "the same person")]
    [InlineData("effective", null, "$.effective", "a release without a day from which it holds")]
    [InlineData("signature", """{ "algorithm": "rsa", "key": "x", "value": "x" }""", "$.signature.algorithm", "another algorithm")]
    [InlineData("signature", "{}", "$.signature.value", "no signature")]
    public void What_a_release_cannot_be_is_refused_with_its_place(string path, string? value, string at, string why)
    {
        var text = Plans.Changed(Encoding.UTF8.GetString(Overlays.Released()), (path, value));
        Assert.True(Overlays.Problems(Encoding.UTF8.GetBytes(text)).Any(problem => problem.Path == at), why);
    }

    [Theory]
    [InlineData("test-1", false)]
    [InlineData("test-2", true)]
    [InlineData("test-3", true)]
    [InlineData("older-9", false)]
    public void What_a_file_replaces_is_not_later_than_itself(string older, bool refused)
    {
        var file = Overlays.Bytes(("supersedes", $$"""{ "version": "{{older}}", "sha256": "{{Sum}}" }"""));
        Assert.Equal(refused ? "$.supersedes.version" : "", string.Join(' ', Overlays.Problems(file).Select(problem => problem.Path)));
    }

    [Fact]
    public void Every_fault_of_a_release_is_reported_at_once()
    {
        var text = Plans.Changed(
            Encoding.UTF8.GetString(Overlays.Released()),
            ("effective.from", null),
            ("supersedes", """{ "version": "test-2", "sha256": "x" }"""),
            ("release.approvedBy.0.at", "yesterday"),
            ("release.approvedBy.1.role", ""),
            ("signature", """{ "algorithm": "none", "key": "x", "value": "-" }"""),
            ("limits.0.soft.value", "20 mg/d")
        );
        string[] expected =
        [
            "$.effective.from",
            "$.limits[0].soft",
            "$.release.approvedBy[0].at",
            "$.release.approvedBy[1].role",
            "$.signature.algorithm",
            "$.signature.key",
            "$.signature.value",
            "$.supersedes.sha256",
            "$.supersedes.version",
        ];
        var problems = Overlays.Problems(Encoding.UTF8.GetBytes(text)).Select(problem => problem.Path).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', problems));
    }
}
