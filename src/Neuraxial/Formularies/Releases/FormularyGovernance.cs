using NodaTime;

namespace Neuraxial;

/// <summary>How far a service's file has come on its way into use.</summary>
public enum FormularyStanding
{
    /// <summary>Not approved by two persons: usable, and every plan says so.</summary>
    Draft,

    /// <summary>Changed after somebody had approved it: what was approved is no longer what it says.</summary>
    Changed,

    /// <summary>Approved by two persons as it stands.</summary>
    Released,
}

/// <summary>One person's approval of a service's file.</summary>
/// <param name="Role">What the person is in the service: <c>pharmacist</c>, <c>consultant</c>.</param>
/// <param name="Id">Who: initials or a staff number, never more.</param>
/// <param name="At">When.</param>
/// <param name="Content">SHA-256 of the content that was approved, in hexadecimal: <see cref="FormularyGovernance.ContentSha256"/> at that time.</param>
public sealed record Approval(string Role, string Id, OffsetDateTime At, string Content)
{
    /// <summary>The person, so that initials written in two ways are not two persons: letters and digits alone, look-alikes and capitals undone.</summary>
    internal string Person => string.Concat(Spelling.Folded(Id).Where(char.IsLetterOrDigit));

    /// <summary>As a page prints it: <c>pharmacist KP</c>.</summary>
    public override string ToString() => $"{Role} {Id}";
}

/// <summary>The file that a service's file takes the place of.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
public sealed record SupersededFile(string Version, string Sha256);

/// <summary>A signature that a service's file carries.</summary>
/// <param name="Key">SHA-256 of the public key (its SubjectPublicKeyInfo in DER), in hexadecimal: which key, not that it is to be trusted.</param>
/// <param name="Value">The ECDSA signature in DER, in base64.</param>
public sealed record FormularySignature(string Key, string Value);

/// <summary>What a service's file says of itself beyond its rows: who approved it, from when to when it holds, what it replaces, who signed it.</summary>
/// <remarks>Nothing here is believed because the file says so: <see cref="FormularyTrust"/> verifies it with a key.</remarks>
public sealed class FormularyGovernance
{
    /// <summary>How many persons a release takes.</summary>
    private const int Persons = 2;

    private readonly byte[] signed;

    internal FormularyGovernance(string contentSha256, byte[] signed)
    {
        ContentSha256 = contentSha256;
        this.signed = signed;
    }

    /// <summary>SHA-256 of the file's canonical text without <c>release</c> and <c>signature</c>, in hexadecimal: what an approval names.</summary>
    public string ContentSha256 { get; }

    /// <summary>The file's canonical text without <c>signature</c>: the bytes that a signature is made over.</summary>
    public ReadOnlySpan<byte> SignedContent => signed;

    /// <summary>The first day on which it holds; <see langword="null"/> if the file does not say: a draft.</summary>
    public LocalDate? From { get; internal init; }

    /// <summary>The last day on which it holds; <see langword="null"/> if it holds until it is replaced.</summary>
    public LocalDate? Until { get; internal init; }

    /// <summary>Who approved it, in the order of the file; never the same person twice.</summary>
    public IReadOnlyList<Approval> Approvals { get; internal init; } = [];

    /// <summary>What was said about the release; <see langword="null"/> if nothing.</summary>
    public string? Note { get; internal init; }

    /// <summary>What it takes the place of; <see langword="null"/> for a first file, or if it is not said.</summary>
    public SupersededFile? Supersedes { get; internal init; }

    /// <summary>The signature that it carries; <see langword="null"/> if none.</summary>
    public FormularySignature? Signature { get; internal init; }

    /// <summary>How far it has come.</summary>
    public FormularyStanding Standing =>
        Approvals.Any(approval => approval.Content != ContentSha256) ? FormularyStanding.Changed
        : Approvals.Count >= Persons ? FormularyStanding.Released
        : FormularyStanding.Draft;

    internal static Choice<FormularyStanding> Standings { get; } =
        new(new("draft", FormularyStanding.Draft), new("changed", FormularyStanding.Changed), new("released", FormularyStanding.Released));

    /// <summary>The standing as results write it.</summary>
    public string StandingWord => Standings.Word(Standing);
}
