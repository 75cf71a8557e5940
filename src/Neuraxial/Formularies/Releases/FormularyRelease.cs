using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Neuraxial;

/// <summary>Writes an approval or a signature into a service's file and leaves everything else of it as its author laid it out.</summary>
public static class FormularyRelease
{
    /// <summary>The file with one approval more. Approvals of another content, and a signature, fall away: neither holds for this any more.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="governance">What it says of itself, as it was read from these bytes.</param>
    /// <param name="approval">The approval.</param>
    /// <param name="note">What is to be said about the release; <see langword="null"/> leaves what is said.</param>
    public static byte[] WithApproval(ReadOnlySpan<byte> utf8, FormularyGovernance governance, Approval approval, string? note)
    {
        var lines = governance
            .Approvals.Where(other => other.Content == governance.ContentSha256)
            .Append(approval)
            .Select(one =>
                $$"""      { "role": {{Quoted(one.Role)}}, "id": {{Quoted(one.Id)}}, "at": "{{OffsetDateTimePattern.Rfc3339.Format(one.At)}}", "content": "{{one.Content}}" }"""
            );
        var said = (note ?? governance.Note) is { } words ? $",\n    \"note\": {Quoted(words)}" : "";
        var release = $"{{\n    \"approvedBy\": [\n{string.Join(",\n", lines)}\n    ]{said}\n  }}";
        return JsonMemberText.With(JsonMemberText.Without(utf8, GovernanceReading.Signature), GovernanceReading.Release, release);
    }

    /// <summary>The file with a signature, in the place of one that it had.</summary>
    /// <param name="utf8">The file.</param>
    /// <param name="signature">Made over <see cref="FormularyGovernance.SignedContent"/> of this file.</param>
    public static byte[] WithSignature(ReadOnlySpan<byte> utf8, FormularySignature signature) =>
        JsonMemberText.With(
            utf8,
            GovernanceReading.Signature,
            $$"""
            {
                "algorithm": "{{GovernanceReading.Algorithm}}",
                "key": "{{signature.Key}}",
                "value": "{{signature.Value}}"
              }
            """
        );

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
