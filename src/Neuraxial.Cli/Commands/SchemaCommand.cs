using System.CommandLine;
using System.Reflection;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial schema [therapy|recipe|formulary|experiment]</c>: prints the JSON Schema of a file.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "therapy, recipe, formulary (which holds pumps and catheters too) or experiment",
            DefaultValueFactory = _ => "therapy",
        }.AcceptOnlyFromAmong("therapy", "recipe", "formulary", "experiment");
        var command = new Command("schema", "Print the JSON Schema of a therapy, recipe, formulary or experiment file.") { name };
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
