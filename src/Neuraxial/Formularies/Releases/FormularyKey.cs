using System.Security.Cryptography;
using System.Text;

namespace Neuraxial;

/// <summary>The public key by which a service's files are verified: ECDSA on the curve P-256. It keeps no secret.</summary>
public sealed class FormularyKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private readonly byte[] subjectPublicKeyInfo;

    private FormularyKey(byte[] subjectPublicKeyInfo)
    {
        this.subjectPublicKeyInfo = subjectPublicKeyInfo;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(subjectPublicKeyInfo));
    }

    /// <summary>SHA-256 of the key's SubjectPublicKeyInfo in DER, in hexadecimal: which key it is, for people to compare.</summary>
    public string Sha256 { get; }

    /// <summary>Reads a public key.</summary>
    /// <param name="utf8">PEM, <c>BEGIN PUBLIC KEY</c>, as <c>openssl ec -pubout</c> writes it.</param>
    /// <returns>The key, or why it is none. A private key is refused: it must not lie where plans are made.</returns>
    public static FileReading<FormularyKey> Read(ReadOnlySpan<byte> utf8)
    {
        const string Expected = "expected a public key of the curve P-256 in PEM";
        var pem = Encoding.UTF8.GetString(utf8);
        if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
        {
            return Refused($"a private key; {Expected}: the private one stays with whoever signs");
        }

        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(pem);
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            return Refused($"no public key that can be read; {Expected}");
        }

        return IsP256(ecdsa) ? new FileReading<FormularyKey>(Of(ecdsa), []) : Refused($"a key of another curve; {Expected}");
    }

    /// <summary>The public half of a key.</summary>
    internal static FormularyKey Of(ECDsa ecdsa) => new(ecdsa.ExportSubjectPublicKeyInfo());

    /// <summary>Whether a key is of the one curve that is used.</summary>
    internal static bool IsP256(ECDsa ecdsa)
    {
        var curve = ecdsa.ExportParameters(includePrivateParameters: false).Curve;
        return curve.IsNamed && (curve.Oid.Value ?? Oid.FromFriendlyName(curve.Oid.FriendlyName!, OidGroup.All).Value) == P256;
    }

    /// <summary>Whether a signature is one of these bytes by this key.</summary>
    internal bool Verifies(ReadOnlySpan<byte> content, FormularySignature signature)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        return ecdsa.VerifyData(content, Convert.FromBase64String(signature.Value), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static FileReading<FormularyKey> Refused(string message) => new(null, [new Problem("$", message)]);
}
