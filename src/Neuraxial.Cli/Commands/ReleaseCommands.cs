using System.Buffers;
using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Cli;

/// <summary>
/// <c>neuraxial formulary approve | sign | verify | canonical</c>: the way of a service's file from a draft to a file that plans may rest on.
/// </summary>
internal static class ReleaseCommands
{
    public static IEnumerable<Command> All() => [Approve(), Sign(), Verify(), Canonical()];

    private static Command Approve()
    {
        var file = Overlay();
        var role = new Option<string>("--role") { Description = "what you are in the service: pharmacist, consultant", Required = true };
        var id = new Option<string>("--id") { Description = "your initials or staff number", Required = true };
        var at = new Option<string>("--at")
        {
            Description = "when, with an offset: 2026-04-20T09:00Z",
            Required = true,
            HelpName = "MOMENT",
        };
        var note = new Option<string?>("--note") { Description = "what is to be said about the release" };
        var output = Output();
        var command = new Command("approve", "Approve a service's file as it stands: two different persons make it released.")
        {
            file,
            role,
            id,
            at,
            note,
            output,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            if (Read(path) is not { } overlay)
            {
                return ExitCode.UnusableInput;
            }

            var moment = DateText.ParseMoment(parsed.GetValue(at)!);
            if (!moment.Succeeded)
            {
                Inputs.Report("approve", new Problem("--at", moment.Problem));
                return ExitCode.UnusableInput;
            }

            var governance = overlay.Layer.Governance!;
            var approval = new Approval(parsed.GetValue(role)!, parsed.GetValue(id)!, moment.Value, governance.ContentSha256);
            var approved = FormularyRelease.WithApproval(overlay.Bytes, governance, approval, parsed.GetValue(note));

            // What the approval breaks (the same person twice, no effective dates) is found by reading the file as anybody will.
            return Inputs.Taken(path, Formulary.BuiltIn.Overlaid(approved)) is null
                ? ExitCode.UnusableInput
                : Written(approved, parsed.GetValue(output));
        });
        return command;
    }

    private static Command Sign()
    {
        var file = Overlay();
        var key = new Option<string>("--key")
        {
            Description = "the private key: P-256, in PEM",
            Required = true,
            HelpName = "KEY.pem",
        };
        var output = Output();
        var command = new Command("sign", "Sign a released file of a service.") { file, key, output };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file)!;
            var overlay = Read(path);
            using var ecdsa = PrivateKey(parsed.GetValue(key)!);
            if (overlay is null || ecdsa is null)
            {
                return ExitCode.UnusableInput;
            }

            var governance = overlay.Layer.Governance!;
            if (FormularyTrust.Unreleased(governance) is { } why)
            {
                Inputs.Report(path, new Problem("$.release", $"{why}; expected a release by two persons before it is signed"));
                return ExitCode.UnusableInput;
            }

            var value = ecdsa.SignData(governance.SignedContent, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
            var signature = new FormularySignature(FormularyKey.Of(ecdsa).Sha256, Convert.ToBase64String(value));
            return Written(FormularyRelease.WithSignature(overlay.Bytes, signature), parsed.GetValue(output));
        });
        return command;
    }

    private static Command Verify()
    {
        var file = Overlay();
        var key = new Option<string>("--key")
        {
            Description = "the service's public key: P-256, in PEM",
            Required = true,
            HelpName = "PUB.pem",
        };
        var atLeast = FormularyOptions.AtLeast();
        var format = Options.Format();
        var command = new Command("verify", "Verify that a service's file is released, signed and unchanged; exit code 1 if it is not.")
        {
            file,
            key,
            atLeast,
            format,
        };
        command.SetAction(parsed =>
        {
            var overlay = Read(parsed.GetValue(file)!);
            var trusted = FormularyOptions.Key(parsed.GetValue(key)!);
            if (overlay is null || trusted is null)
            {
                return ExitCode.UnusableInput;
            }

            var problems = FormularyTrust.Problems(overlay.Formulary, trusted, parsed.GetValue(atLeast));
            if (parsed.GetValue(format) is "json")
            {
                WriteJson(overlay.Layer, problems);
            }
            else
            {
                Sheet.Print(sheet => ReleasePage.Write(sheet, overlay.Layer, problems));
            }

            return problems.Count == 0 ? ExitCode.Done : ExitCode.Blocked;
        });
        return command;
    }

    private static Command Canonical()
    {
        var file = Overlay();
        var command = new Command("canonical", "Print the bytes that a signature is made over, to sign or verify them with other tools.") { file };
        command.SetAction(parsed =>
        {
            if (Read(parsed.GetValue(file)!) is not { } overlay)
            {
                return ExitCode.UnusableInput;
            }

            Outputs.Write(overlay.Layer.Governance!.SignedContent, null);
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Overlay() => new("OVERLAY") { Description = "the service's file" };

    private static Option<string?> Output() =>
        new("--output") { Description = "where to, the same file if you like; standard output if not given", HelpName = "FILE" };

    private static Taken? Read(string path) =>
        Inputs.Bytes(path) is { } bytes && Inputs.Taken(path, Formulary.BuiltIn.Overlaid(bytes)) is { } formulary
            ? new Taken(bytes, formulary)
            : null;

    private static int Written(byte[] bytes, string? path) => Outputs.Write(bytes, path) ? ExitCode.Done : ExitCode.OutsideFailed;

    private static ECDsa? PrivateKey(string path)
    {
        if (Inputs.Bytes(path) is not { } pem)
        {
            return null;
        }

        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(Encoding.UTF8.GetString(pem));
            if (FormularyKey.IsP256(ecdsa) && HasPrivateHalf(ecdsa))
            {
                return ecdsa;
            }
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            // Said below: whatever it is, it is no key to sign with.
        }

        ecdsa.Dispose();
        Inputs.Report(path, new Problem("$", "no private key that can be read; expected one of the curve P-256 in PEM, not encrypted"));
        return null;
    }

    private static bool HasPrivateHalf(ECDsa ecdsa)
    {
        var parameters = ecdsa.ExportParameters(includePrivateParameters: true);
        CryptographicOperations.ZeroMemory(parameters.D);
        return parameters.D is not null;
    }

    private static void WriteJson(FormularyLayer layer, IReadOnlyList<Problem> problems)
    {
        var governance = layer.Governance!;
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (
            var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        )
        {
            json.WriteStartObject();
            json.WriteBoolean("verified", problems.Count == 0);
            json.WriteString("name", layer.Name);
            json.WriteString("version", layer.Version);
            json.WriteString("sha256", layer.Sha256);
            json.WriteString("content", governance.ContentSha256);
            json.WriteString("key", governance.Signature?.Key);
            PlanJson.WriteGovernance(json, layer);
            PlanJson.WriteProblems(json, problems);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        Outputs.Write(buffer.WrittenSpan, null);
    }

    /// <summary>A service's file and the formulary that it makes.</summary>
    private sealed record Taken(byte[] Bytes, Formulary Formulary)
    {
        public FormularyLayer Layer => Formulary.Layers[^1];
    }
}
