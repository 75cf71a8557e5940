using System.Buffers;
using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial check FILE…</c>: what a careful reader would object to in a therapy, and nothing else.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "therapy files; - for standard input", Arity = ArgumentArity.OneOrMore };
        var limits = new Option<bool>("--limits") { Description = "list every limit that was held to as well, whatever came of it" };
        var format = Options.Format();
        var command = new Command("check", "Check a therapy: findings only, most dangerous first; exit code 1 if any blocks.")
        {
            files,
            limits,
            format,
        };
        var formulary = FormularyOptions.Of(command);
        command.SetAction(parsed =>
            formulary.Read(parsed) is { } data
                ? Run(parsed.GetValue(files)!, parsed.GetValue(limits), parsed.GetValue(format) is "json", data)
                : ExitCode.UnusableInput
        );
        return command;
    }

    private static int Run(string[] files, bool limits, bool json, Formulary formulary)
    {
        var therapies = files.Select(file => Inputs.Therapy(file, formulary)).ToList();
        if (therapies.Contains(null))
        {
            return ExitCode.UnusableInput;
        }

        var plans = therapies.ConvertAll(therapy => Planner.Plan(therapy!, formulary));
        if (json)
        {
            var buffer = new ArrayBufferWriter<byte>(16_384);
            foreach (var plan in plans)
            {
                PlanJson.WriteCheck(plan, buffer);
                buffer.Write("\n"u8);
            }

            using var output = Console.OpenStandardOutput();
            output.Write(buffer.WrittenSpan);
        }
        else
        {
            Sheet.Print(sheet => CheckPage.Write(sheet, plans, limits));
        }

        return plans.Exists(plan => plan.IsBlocked) ? ExitCode.Blocked : ExitCode.Done;
    }
}
