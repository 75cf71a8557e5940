using System.Buffers;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial formulary diff OVERLAY</c>: in which rows a file differs from what is in force.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var overlay = new Argument<string>("OVERLAY") { Description = "the new file of the service" };
        var inForce = new Option<string?>("--base")
        {
            Description = "the service's file in force; the built-in formulary if not given",
            HelpName = "FILE",
        };
        var format = Options.Format();
        var command = new Command("diff", "Show in which rows a new file differs from what is in force.") { overlay, inForce, format };
        command.SetAction(parsed =>
        {
            var before = Inputs.Formulary(parsed.GetValue(inForce));
            var after = Inputs.Formulary(parsed.GetValue(overlay)!);
            if (before is null || after is null)
            {
                return ExitCode.UnusableInput;
            }

            var changes = FormularyChange.Between(before, after);
            if (parsed.GetValue(format) is "json")
            {
                WriteJson(changes);
            }
            else
            {
                Sheet.Print(sheet => ChangesTable.Write(sheet, changes));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteJson(IReadOnlyList<FormularyChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(16_384);
        using (
            var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
        )
        {
            json.WriteStartObject();
            RehearsalJson.WriteChanges(json, changes);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        Outputs.Write(buffer.WrittenSpan, null);
    }
}
