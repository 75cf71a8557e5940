using System.CommandLine;
using NodaTime;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial export-system FILE DIR</c>: the equations of a therapy for a solver of another make.</summary>
internal static class ExportSystemCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="simulate">
    /// What becomes of a therapy: its file, the drug, how long, how far apart wanted times are; <see langword="null"/>, with every problem on standard error, if it
    /// cannot be simulated.
    /// </param>
    public static Command Create(Func<string, string, Duration, Duration, Neuraxial.Simulation.SystemExport?> simulate)
    {
        var file = new Argument<string>("FILE") { Description = "a therapy file" };
        var folder = new Argument<string>("DIR") { Description = "where the files of the system go" };
        var drug = new Option<string>("--drug")
        {
            Description = "which drug of the mixture",
            HelpName = "DRUG",
            Required = true,
        };
        var length = Time("--for", "how long from the fill: \"30 d\"");
        var every = Time("--every", "how far apart wanted times are: \"15 min\"");
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
        command.SetAction(parsed =>
            simulate(parsed.GetValue(file)!, parsed.GetValue(drug)!, parsed.GetValue(length), parsed.GetValue(every)) is { } export
                ? ExportSystem.Run(export, parsed.GetValue(folder)!, parsed.GetValue(solution))
                : ExitCode.UnusableInput
        );
        return command;
    }

    private static Option<Duration> Time(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "TIME",
            Required = true,
            CustomParser = result =>
            {
                if (QuantityText.ParseDuration(result.Tokens[0].Value) is { Succeeded: true, Value: var time } && time > Duration.Zero)
                {
                    return time;
                }

                result.AddError($"'{result.Tokens[0].Value}' is no time; expected one such as \"30 d\" or \"15 min\"");
                return default;
            },
        };
}
