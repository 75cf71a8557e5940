using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests.Formularies.Releases;

/// <summary>A file that is released, signed and unchanged is trusted; a changed, unsigned, foreign or older one is refused (HZ-59).</summary>
public sealed class FormularyTrustTests : IDisposable
{
    private readonly ECDsa signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private FormularyKey Key => Read(signer);

    public void Dispose() => signer.Dispose();

    [Fact]
    public void A_released_and_signed_file_is_trusted() => Assert.Equal("", Problems(Signed()));

    [Theory]
    [InlineData("test-1", "")]
    [InlineData("test-2", "")]
    [InlineData("test-3", "$.version")]
    [InlineData("other-1", "$.version")]
    [Trait("Hazard", "HZ-59")]
    public void An_older_version_put_back_is_refused(string atLeast, string expected) => Assert.Equal(expected, Problems(Signed(), atLeast));

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void Every_byte_that_is_changed_is_found_or_changes_nothing_that_the_file_says()
    {
        var signed = Signed();
        var content = Canonical(signed);
        Assert.NotEmpty(content);
        Gen.Select(Gen.Int[0, signed.Length - 1], Gen.Byte)
            .Where((at, value) => signed[at] != value)
            .Sample(
                (at, value) =>
                {
                    var tampered = signed.ToArray();
                    tampered[at] = value;
                    var reading = Formulary.BuiltIn.Overlaid(tampered);
                    var trusted = reading.Content is { } formulary && FormularyTrust.Problems(formulary, Key, null).Count == 0;
                    Assert.True(!trusted || Canonical(tampered).SequenceEqual(content), $"byte {at} as {value} was passed over");
                },
                iter: 3_000
            );
    }

    [Theory]
    [InlineData("\"15 mg/d\"", "\"16 mg/d\"", "a limit")]
    [InlineData("test-2", "test-3", "the version")]
    [InlineData("2027-04-30", "2028-04-30", "the last day")]
    [InlineData("\"MR\"", "\"ZZ\"", "a person")]
    [InlineData("A test.", "A test!", "a reason")]
    [Trait("Hazard", "HZ-59")]
    public void One_changed_word_is_refused(string from, string to, string why)
    {
        var text = Encoding.UTF8.GetString(Signed());
        var problems = Problems(Encoding.UTF8.GetBytes(text.Replace(from, to, StringComparison.Ordinal)));
        Assert.True(problems.Contains("$.signature.value", StringComparison.Ordinal), why);
    }

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_draft_an_unsigned_file_and_one_of_another_key_are_refused()
    {
        Assert.Equal("$.release, $.signature", Problems(Overlays.Bytes()));
        Assert.Equal("$.signature", Problems(Overlays.Released()));
        Assert.Equal("$.release", Problems(Sign(Overlays.Bytes())));
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(
            "$.signature.key",
            string.Join(", ", FormularyTrust.Problems(Overlays.Read(Signed()), Read(other), null).Select(problem => problem.Path))
        );
        Assert.Equal("$", Assert.Single(FormularyTrust.Problems(Formulary.BuiltIn, Key, null)).Path);
    }

    [Fact]
    public void A_key_that_is_named_falsely_does_not_verify()
    {
        // Signed with another key under the name of the trusted one
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var released = Overlays.Released();
        var value = other.SignData(Overlays.Governance(released).SignedContent, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        Assert.Equal(
            "$.signature.value",
            Problems(FormularyRelease.WithSignature(released, new FormularySignature(Key.Sha256, Convert.ToBase64String(value))))
        );
    }

    [Fact]
    public void A_signature_that_is_no_DER_does_not_verify() =>
        Assert.Equal("$.signature.value", Problems(FormularyRelease.WithSignature(Overlays.Released(), new FormularySignature(Key.Sha256, "AAAA"))));

    [Fact]
    public void Layout_does_not_break_a_signature()
    {
        using var document = JsonDocument.Parse(Signed());
        Assert.Equal("", Problems(JsonSerializer.SerializeToUtf8Bytes(document.RootElement)));
    }

    // Made once by OpenSSL 3.0, a program that knows nothing of this one:
    //   openssl ecparam -name prime256v1 -genkey -noout -out key.pem; openssl ec -in key.pem -pubout
    //   printf '%s' CONTENT | openssl dgst -sha256 -sign key.pem | base64 -w0
    // where CONTENT was written by hand: the file's members sorted, without white space, without the signature.
    [Fact]
    public void A_signature_of_OpenSSL_over_the_text_that_the_documentation_describes_verifies()
    {
        var formulary = Overlays.Read(Encoding.UTF8.GetBytes(OpenSslFile));
        Assert.Empty(FormularyTrust.Problems(formulary, FormularyKey.Read(Encoding.UTF8.GetBytes(OpenSslKey)).Content!, null));
    }

    [Theory]
    [InlineData("not PEM", "no public key")]
    [InlineData("", "no public key")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "no public key")]
    public void What_is_no_public_key_is_refused(string pem, string words) =>
        Assert.Contains(words, Assert.Single(FormularyKey.Read(Encoding.UTF8.GetBytes(pem)).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void A_private_key_and_a_key_of_another_curve_are_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Contains("another curve", Refusal(other.ExportSubjectPublicKeyInfoPem()), StringComparison.Ordinal);
        Assert.Contains("a private key", Refusal(signer.ExportPkcs8PrivateKeyPem()), StringComparison.Ordinal);
        Assert.Contains("a private key", Refusal(signer.ExportECPrivateKeyPem()), StringComparison.Ordinal);

        static string Refusal(string pem) => Assert.Single(FormularyKey.Read(Encoding.UTF8.GetBytes(pem)).Problems).Message;
    }

    private static FormularyKey Read(ECDsa key) => FormularyKey.Read(Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem())).Content!;

    private static byte[] Canonical(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return CanonicalJson.Of(document.RootElement);
    }

    private byte[] Signed() => Sign(Overlays.Released());

    private byte[] Sign(byte[] utf8)
    {
        var value = signer.SignData(Overlays.Governance(utf8).SignedContent, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return FormularyRelease.WithSignature(utf8, new FormularySignature(Key.Sha256, Convert.ToBase64String(value)));
    }

    private string Problems(byte[] utf8, string? atLeast = null) =>
        string.Join(", ", FormularyTrust.Problems(Overlays.Read(utf8), Key, atLeast).Select(problem => problem.Path));

    private const string OpenSslKey = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE5mFsqXQWgdOBlRuLUd+Ka1kyFXbL
        QTgA4dPN2XBFEfNf7pBKJeUUeglDI18mWN8+N66zG06b6OZ1GqshcJQPzQ==
        -----END PUBLIC KEY-----
        """;

    private const string OpenSslFile = """
        {
          "version": "1", "name": "Written by hand \u20ac", "effective": { "from": "2026-05-01" },
          "settings": [{ "id": "service-limit", "title": "t", "figure": { "value": "60.0 d", "mark": "assumed", "sources": [], "note": "a \"quoted\" word\u000a" } }],
          "release": {
            "approvedBy": [
              { "role": "pharmacist", "id": "KP", "at": "2026-04-20T09:00:00Z", "content": "25ac58445690d7e9ee7d8945ac319ae45f6f0508f46c76c365c7c3c0deaef7e5" },
              { "role": "consultant", "id": "MR", "at": "2026-04-20T10:00:00Z", "content": "25ac58445690d7e9ee7d8945ac319ae45f6f0508f46c76c365c7c3c0deaef7e5" }
            ]
          },
          "signature": {
            "algorithm": "ecdsa-p256-sha256",
            "key": "244f4e679acba0b83211670726e3265513c08f74e1ba29a169c1e18ffcde17d4",
            "value": "MEYCIQDU45kZd60z2yk2g02AX5ZV8N1hMaU1wE1I2GJJyv2KeQIhAL0fN7caAQs/4hcdDxpDVV5JD1Ph74GC0a1uMr7GyUIv"
          }
        }
        """;
}
