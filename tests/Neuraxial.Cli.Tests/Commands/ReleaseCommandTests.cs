using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>The way of a service's file as a pharmacist, a consultant and a machine go it: approve, approve, sign, verify, plan.</summary>
public sealed class ReleaseCommandTests : IDisposable
{
    private const string Draft = """
        {
          "name": "Test service",
          "version": "test-2",
          "effective": { "from": "2026-05-01", "until": "2027-04-30" },
          "settings": [
            { "id": "service-limit", "title": "t", "figure": { "value": "60 d", "mark": "derived", "sources": [], "note": "n" } }
          ]
        }

        """;

    private readonly TemporaryFolder folder = new();
    private readonly ECDsa signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly string file;
    private readonly string privateKey;
    private readonly string publicKey;
    private readonly string therapy;

    public ReleaseCommandTests()
    {
        file = folder.File("own.json", Draft);
        privateKey = folder.File("key.pem", signer.ExportPkcs8PrivateKeyPem());
        publicKey = folder.File("pub.pem", signer.ExportSubjectPublicKeyInfoPem());
        therapy = folder.File("therapy.json", Therapies.Continuous);
    }

    public void Dispose()
    {
        signer.Dispose();
        folder.Dispose();
    }

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void Approved_by_two_and_signed_a_file_can_be_planned_by_under_trust()
    {
        Release();
        var verified = Cli.Run("formulary", "verify", file, "--key", publicKey, "--format", "json").Done().Json();
        Assert.True(verified.GetProperty("verified").GetBoolean());
        Assert.Equal("released", verified.GetProperty("standing").GetString());
        Assert.Contains(
            "Verified · Test service, version test-2",
            Cli.Run("formulary", "verify", file, "--key", publicKey).Done().Text,
            StringComparison.Ordinal
        );
        var layer = Plan("--trust", publicKey, "--at-least", "test-2").Done().Json().GetProperty("formulary").GetProperty("layers")[1];
        Assert.Equal(("released", "2026-05-01", "2027-04-30"), (Text(layer, "standing"), Text(layer, "from"), Text(layer, "until")));
        Cli.Run("compare", therapy, therapy, "--formulary", file, "--trust", publicKey).Done();
        Cli.Run("check", therapy, "--formulary", file, "--trust", publicKey).Done();
    }

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_draft_a_changed_file_and_an_older_one_are_refused_under_trust_and_nothing_is_planned()
    {
        Assert.Contains(
            "own.json: $.release: a draft that nobody has approved; expected a release by two persons",
            Plan("--trust", publicKey).Unusable().Error,
            StringComparison.Ordinal
        );
        Cli.Run("compare", therapy, therapy, "--formulary", file, "--trust", publicKey).Unusable();
        Cli.Run("check", therapy, "--formulary", file, "--trust", publicKey).Unusable();

        // Every command that reads the file asks for the same trust.
        string[] trusted = ["--formulary", file, "--trust", publicKey];
        Cli.Run(["recipe", Path.Combine(Examples.Folder, "recipes", "bupivacaine-too-much.json"), .. trusted]).Unusable();
        Cli.Run(["calc", "convert", "--drug", "morphine", "--from", "oral", "--to", "intrathecal", "--dose", "60 mg/d", .. trusted]).Unusable();
        Cli.Run(["pumps", .. trusted]).Unusable();
        Cli.Run(["formulary", .. trusted]).Unusable();
        Release();
        File.WriteAllText(file, File.ReadAllText(file).Replace("60 d", "61 d", StringComparison.Ordinal));
        Assert.Equal(
            "$.release: changed after it was approved by pharmacist KP, consultant MR; expected a release by two persons\n$.signature.value: not this key's signature of what the file says: file or signature was changed; expected the file as signed",
            string.Join(
                '\n',
                Plan("--trust", publicKey).Unusable().ErrorLines.Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..])
            )
        );

        File.WriteAllText(file, Draft);
        Release();
        Plan("--trust", publicKey, "--at-least", "test-3").Unusable($"{file}: $.version: 'test-2' is an older version; expected test-3 or later");
    }

    [Fact]
    public void A_file_that_does_not_verify_is_named_with_its_reasons_and_exit_code_1()
    {
        var ran = Cli.Run("formulary", "verify", file, "--key", publicKey).Done(ExitCode.Blocked);
        Assert.Contains("Not verified · Test service, version test-2", ran.Text, StringComparison.Ordinal);
        Assert.Contains("FAILED    $.release: a draft that nobody has approved", ran.Text, StringComparison.Ordinal);
        Assert.Contains("FAILED    $.signature: missing", ran.Text, StringComparison.Ordinal);
        var json = Cli.Run("formulary", "verify", file, "--key", publicKey, "--format", "json").Done(ExitCode.Blocked).Json();
        Assert.False(json.GetProperty("verified").GetBoolean());
        Assert.Equal(
            "$.release $.signature",
            string.Join(' ', json.GetProperty("problems").EnumerateArray().Select(problem => Text(problem, "path")!))
        );
    }

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void One_person_cannot_approve_twice_and_the_file_stays_as_it_was()
    {
        Approve("pharmacist", "KP", "2026-04-20T09:00Z").Done();
        var once = File.ReadAllBytes(file);
        Approve("consultant", "k.p.", "2026-04-21T09:00Z")
            .Unusable(
                $"{file}: $.release.approvedBy[1].id: 'k.p.' has approved as pharmacist KP already (HZ-59); expected another person: a release takes two"
            );
        Assert.Equal(once, File.ReadAllBytes(file));
        Cli.Run("formulary", "sign", file, "--key", privateKey, "--output", file)
            .Unusable($"{file}: $.release: a draft that only pharmacist KP has approved; expected a release by two persons before it is signed");
        Assert.Equal(once, File.ReadAllBytes(file));
        Approve("consultant", "MR", "yesterday").Unusable();
        Approve("consultant", "MR", "2026-05-02T09:00Z").Unusable();
    }

    [Fact]
    public void Without_an_output_the_file_is_printed_and_stays_as_it_was()
    {
        var printed = Cli.Run("formulary", "approve", file, "--role", "pharmacist", "--id", "KP", "--at", "2026-04-20T09:00Z", "--note", "why")
            .Done();
        Assert.Equal(Draft, File.ReadAllText(file));
        Assert.Equal("why", printed.Json().GetProperty("release").GetProperty("note").GetString());
        Assert.EndsWith("}\n", printed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_the_fault_of_something_outside()
    {
        var ran = Cli.Run(
            "formulary",
            "approve",
            file,
            "--role",
            "r",
            "--id",
            "KP",
            "--at",
            "2026-04-20T09:00Z",
            "--output",
            Path.Combine(folder.Path, "no", "own.json")
        );
        Assert.Equal((ExitCode.OutsideFailed, ""), (ran.Exit, ran.Text));
        Assert.Contains("cannot be written", Assert.Single(ran.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_canonical_text_is_what_a_signature_is_made_over()
    {
        Release();
        var content = Cli.Run("formulary", "canonical", file).Done().Output;
        using var document = JsonDocument.Parse(File.ReadAllBytes(file));
        var value = Convert.FromBase64String(Text(document.RootElement.GetProperty("signature"), "value")!);
        Assert.True(signer.VerifyData(content, value, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.StartsWith(
            """{"effective":{"from":"2026-05-01","until":"2027-04-30"},"name":"Test service",""",
            Encoding.UTF8.GetString(content),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("plan FILE --trust PUB", "--trust says by which key a service's file is verified; give --formulary beside it")]
    [InlineData("plan FILE --formulary OWN --at-least 1", "--at-least rests on a version that is signed; give --trust beside it")]
    public void Trust_takes_a_file_and_a_version_takes_trust(string arguments, string words) =>
        Assert.Contains(words, Assert.Single(Cli.Run(Arguments(arguments)).Unusable().ErrorLines), StringComparison.Ordinal);

    [Theory]
    [InlineData("plan FILE --formulary OWN --trust KEY", "a private key; expected a public key of the curve P-256 in PEM")]
    [InlineData("plan FILE --formulary OWN --trust FILE", "no public key that can be read")]
    [InlineData("formulary verify OWN --key KEY", "a private key")]
    [InlineData("formulary sign OWN --key PUB", "no private key that can be read; expected one of the curve P-256 in PEM, not encrypted")]
    [InlineData("formulary sign OWN --key FILE", "no private key that can be read")]
    [InlineData("formulary sign OWN --key gone.pem", "there is no such file")]
    public void A_key_of_the_wrong_kind_is_refused(string arguments, string words)
    {
        var ran = Cli.Run(Arguments(arguments)).Unusable();
        Assert.Contains(ran.ErrorLines, line => line.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fill_outside_the_dates_of_the_file_is_stopped()
    {
        Release();
        File.WriteAllText(therapy, Therapies.Continuous.With("$.fill.at", "\"2027-05-01T10:00:00Z\""));
        var findings = Plan("--trust", publicKey).Done(ExitCode.Blocked).Json().GetProperty("findings").EnumerateArray();
        Assert.Contains(findings, finding => (Text(finding, "code"), Text(finding, "severity")) == ("formulary-expired", "block"));
    }

    private void Release()
    {
        Approve("pharmacist", "KP", "2026-04-20T09:00Z").Done();
        Approve("consultant", "MR", "2026-04-21T09:00Z").Done();
        Cli.Run("formulary", "sign", file, "--key", privateKey, "--output", file).Done();
    }

    private Ran Approve(string role, string id, string at) =>
        Cli.Run("formulary", "approve", file, "--role", role, "--id", id, "--at", at, "--output", file);

    private Ran Plan(params string[] options) => Cli.Run(["plan", therapy, "--format", "json", "--formulary", file, .. options]);

    private string[] Arguments(string line) =>
        [
            .. line.Split(' ')
                .Select(word =>
                    word switch
                    {
                        "FILE" => therapy,
                        "OWN" => file,
                        "KEY" => privateKey,
                        "PUB" => publicKey,
                        _ => word,
                    }
                ),
        ];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
