using System.CommandLine;
using System.Reflection;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial schema [therapy|recipe|formulary]</c>: prints the JSON Schema of a file.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "therapy, recipe or formulary (which holds pumps and catheters too)",
            DefaultValueFactory = _ => "therapy",
        }.AcceptOnlyFromAmong("therapy", "recipe", "formulary");
        var command = new Command("schema", "Print the JSON Schema of a therapy, recipe or formulary file.") { name };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(name)!;
            Console.Out.Write(asked is "formulary" ? FormularySchema.Text() : Written(asked));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Written(string name)
    {
        var file = name + ".schema.json";
        using var stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(file) ?? throw new InvalidOperationException($"The assembly holds no {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
