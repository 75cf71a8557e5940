using System.CommandLine;
using Neuraxial.Simulation;
using NodaTime;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial export-system FILE DIR</c>: the equations of a therapy for a solver of another make.</summary>
internal static class ExportSystemCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a therapy file; - for standard input" };
        var folder = new Argument<string>("DIR") { Description = "where the files of the system go" };
        var drug = new Option<string>("--drug")
        {
            Description = "which drug of the mixture",
            HelpName = "DRUG",
            Required = true,
        };
        var length = Time("--for", "how long after the fill", "\"30 d\"");
        var every = Time("--every", "how far apart wanted times are", "\"15 min\"");
        var solution = new Option<string?>("--solution") { Description = "write what our own solver finds as well", HelpName = "CSV" };
        var command = new Command("export-system", "Write the equations of a therapy for a solver of another make, and time our own.")
        {
            file,
            folder,
            drug,
            length,
            every,
            solution,
        };
        var formulary = FormularyOptions.Of(command);
        command.SetAction(parsed =>
            formulary.Read(parsed) is { } data
            && Export(parsed.GetValue(file)!, parsed.GetValue(drug)!, parsed.GetValue(length), parsed.GetValue(every), data) is { } export
                ? ExportSystem.Run(export, parsed.GetValue(folder)!, parsed.GetValue(solution))
                : ExitCode.UnusableInput
        );
        return command;
    }

    private static SystemExport? Export(string file, string drug, Duration length, Duration every, Formulary formulary) =>
        Inputs.Therapy(file, formulary) is { } therapy
            ? Inputs.Taken(file, TherapyExport.Of(Planner.Plan(therapy, formulary), drug, length, every))
            : null;

    private static Option<Duration> Time(string name, string description, string example) =>
        new(name)
        {
            Description = description,
            HelpName = example,
            Required = true,
            CustomParser = result =>
            {
                var parsed = QuantityText.ParseDuration(result.Tokens[0].Value);
                if (parsed.Succeeded && parsed.Value > Duration.Zero)
                {
                    return parsed.Value;
                }

                result.AddError($"{name}: {parsed.Problem ?? "no time at all; expected more than 0 min"}");
                return default;
            },
        };
}
