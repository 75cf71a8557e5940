using System.Security.Cryptography;
using NodaTime;

namespace Neuraxial;

/// <summary>Reads what a service's file says of its release: <c>effective</c>, <c>supersedes</c>, <c>release</c>, <c>signature</c>.</summary>
internal sealed class GovernanceReading
{
    /// <summary>The members that no approval is made over: they come after it.</summary>
    public const string Release = "release";

    /// <summary>The member that no signature is made over.</summary>
    public const string Signature = "signature";

    /// <summary>The one way of signing that there is.</summary>
    public const string Algorithm = "ecdsa-p256-sha256";

    private const int LongestName = 60;
    private readonly JsonMembers root;
    private (LocalDate From, LocalDate? Until)? effective;
    private List<Approval> approvals = [];
    private string? note;
    private SupersededFile? supersedes;
    private FormularySignature? signature;

    private GovernanceReading(JsonMembers root) => this.root = root;

    /// <summary>Takes the members; every fault of theirs is a problem.</summary>
    /// <param name="root">The whole file.</param>
    /// <param name="version">The file's version; <see langword="null"/> if it has none.</param>
    public static GovernanceReading Read(JsonMembers root, string? version)
    {
        var reading = new GovernanceReading(root);
        reading.effective = root.OptionalObject("effective") is { } dates ? ReadDates(dates) : null;
        reading.supersedes = root.OptionalObject("supersedes") is { } old ? ReadSuperseded(old, version) : null;
        if (root.OptionalObject(Release) is { } release)
        {
            reading.ReadRelease(release);
        }

        reading.signature = root.OptionalObject(Signature) is { } made ? ReadSignature(made) : null;
        return reading;
    }

    /// <summary>What was read, with the sums of the file's content. Only of a file without a problem: its text could not be brought to one form.</summary>
    public FormularyGovernance Taken() =>
        new(Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Of(root.Element, Release, Signature))), CanonicalJson.Of(root.Element, Signature))
        {
            From = effective?.From,
            Until = effective?.Until,
            Approvals = approvals,
            Note = note,
            Supersedes = supersedes,
            Signature = signature,
        };

    /// <summary>Whether a text can stand for a role or a person: not empty, not long, on one line.</summary>
    public static bool IsName(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestName && Printable.IsOneLine(text);

    private static (LocalDate From, LocalDate? Until)? ReadDates(JsonMembers dates)
    {
        var from = dates.RequiredText("from", "the first day on which the file holds") is { } first
            ? dates.Taken(DateText.ParseDate(first), "from")
            : null;
        var until = dates.OptionalText("until", "the last day on which the file holds") is { } last
            ? dates.Taken(DateText.ParseDate(last), "until")
            : null;
        dates.Close();
        if (from is { } begins && until is { } ends && ends < begins)
        {
            dates.Fault("until", $"{DateText.Write(ends)} is before {DateText.Write(begins)}, from when the file holds; expected a day that is not");
        }

        return from is { } day ? (day, until) : null;
    }

    private static SupersededFile? ReadSuperseded(JsonMembers old, string? version)
    {
        var older = old.RequiredText("version", "the version of the file that this one replaces");
        var sum = ReadSum(old, "sha256", "the SHA-256 of the file that this one replaces, 64 hexadecimal digits");
        old.Close();
        if (older is not null && version is not null && VersionOrder.Compare(older, version) >= 0)
        {
            old.Fault(
                "version",
                $"'{Printable.OneLine(older, 40)}' is not earlier than this file's own version '{Printable.OneLine(version, 40)}'; expected an earlier one"
            );
        }

        return older is null || sum is null ? null : new SupersededFile(older, sum);
    }

    private static FormularySignature? ReadSignature(JsonMembers made)
    {
        if (made.RequiredText("algorithm", Algorithm) is { } algorithm && algorithm != Algorithm)
        {
            made.Fault("algorithm", $"'{Printable.OneLine(algorithm, 40)}' is not known; expected {Algorithm}");
        }

        var key = ReadSum(made, "key", "the SHA-256 of the public key, 64 hexadecimal digits");
        var value = made.RequiredText("value", "the signature in base64");
        if (value is not null && !IsBase64(value))
        {
            made.Fault("value", "not base64; expected the signature as 'neuraxial formulary sign' writes it");
        }

        made.Close();
        return key is null || value is null ? null : new FormularySignature(key, value);
    }

    /// <summary>Sixty-four hexadecimal digits in lower case: one sum has one spelling.</summary>
    private static string? ReadSum(JsonMembers members, string name, string expected)
    {
        if (members.RequiredText(name, expected) is not { } text)
        {
            return null;
        }

        if (text.Length == 64 && text.All(char.IsAsciiHexDigitLower))
        {
            return text;
        }

        members.Fault(name, $"'{Printable.OneLine(text, 70)}' is no such sum; expected {expected}, in lower case");
        return null;
    }

    /// <summary>Base64 in the one way in which it is written: bits that a reader passes over would let a file change without a word.</summary>
    private static bool IsBase64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes, 0, length) == text;
    }

    private void ReadRelease(JsonMembers release)
    {
        var places = new List<string>();
        approvals = release.Objects(
            "approvedBy",
            release.Required("approvedBy", "an array of approvals"),
            members =>
            {
                var approval = ReadApproval(members);
                if (approval is not null)
                {
                    places.Add(members.Path);
                }

                return approval;
            }
        );
        note = release.OptionalText("note", "words");
        release.Close();
        if (!root.Has("effective"))
        {
            root.Fault("effective", "missing beside a release; expected { \"from\": … }, the first day on which the file holds");
        }

        for (var i = 0; i < approvals.Count; i++)
        {
            Check(approvals[i], approvals.Take(i), places[i]);
        }
    }

    private void Check(Approval approval, IEnumerable<Approval> earlier, string path)
    {
        if (earlier.FirstOrDefault(other => other.Person == approval.Person) is { } same)
        {
            root.Problems.Add(path + ".id", $"'{approval.Id}' has approved as {same} already (HZ-59); expected another person: a release takes two");
        }

        if (effective is { } dates && approval.At.Date > dates.From)
        {
            root.Problems.Add(
                path + ".at",
                $"{DateText.Write(approval.At.Date)} is after {DateText.Write(dates.From)}, from when the file holds; expected an approval before a file is in force"
            );
        }
    }

    private static Approval? ReadApproval(JsonMembers members)
    {
        var role = ReadName(members, "role", "what the person is in the service, such as pharmacist or consultant");
        var id = ReadName(members, "id", "initials or a staff number");
        if (id is not null && !id.Any(char.IsLetterOrDigit))
        {
            members.Fault("id", $"'{id}' names nobody; expected initials or a staff number");
        }

        var at = members.RequiredText("at", "date and time with offset") is { } text ? members.Taken(DateText.ParseMoment(text), "at") : null;
        var content = ReadSum(members, "content", "the SHA-256 of the content that was approved, 64 hexadecimal digits");
        return role is null || id is null || at is null || content is null ? null : new Approval(role, id, at.Value, content);
    }

    private static string? ReadName(JsonMembers members, string name, string expected)
    {
        if (members.RequiredText(name, expected) is not { } text)
        {
            return null;
        }

        if (IsName(text))
        {
            return text;
        }

        members.Fault(
            name,
            $"'{Printable.OneLine(text, 40)}' is empty, longer than {LongestName} characters or not on one line; expected {expected}"
        );
        return null;
    }
}
