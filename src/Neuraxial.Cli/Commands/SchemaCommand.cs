using System.CommandLine;
using System.Reflection;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial schema [therapy|formulary]</c>: prints the JSON Schema of a file.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "therapy or formulary (which holds pumps and catheters too)",
            DefaultValueFactory = _ => "therapy",
        }.AcceptOnlyFromAmong("therapy", "formulary");
        var command = new Command("schema", "Print the JSON Schema of a therapy or formulary file.") { name };
        command.SetAction(parsed =>
        {
            Console.Out.Write(parsed.GetValue(name) is "formulary" ? FormularySchema.Text() : Therapy());
            return ExitCode.Done;
        });
        return command;
    }

    private static string Therapy()
    {
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream("therapy.schema.json")
            ?? throw new InvalidOperationException("The assembly holds no therapy.schema.json.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
