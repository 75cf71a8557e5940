using System.Buffers;
using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial plan FILE…</c>: plans therapies.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "therapy files; - for standard input", Arity = ArgumentArity.ZeroOrMore };
        var format = Options.Format();
        var lines = new Option<bool>("--lines") { Description = "read therapies as JSON lines from standard input, write plans as JSON lines" };
        var command = new Command("plan", "Plan a therapy: daily doses, pump settings, bridge, refill dates, findings.") { files, format, lines };
        var formulary = FormularyOptions.Of(command);
        command.Validators.Add(result =>
        {
            var given = result.GetValue(files) ?? [];
            if (result.GetValue(lines) == given.Length > 0)
            {
                result.AddError(given.Length > 0 ? "--lines reads standard input; give no FILE beside it." : "Give at least one FILE, or --lines.");
            }
        });
        command.SetAction(parsed =>
        {
            if (formulary.Read(parsed) is not { } data)
            {
                return ExitCode.UnusableInput;
            }

            return parsed.GetValue(lines) ? PlanLines.Run(data) : Run(parsed.GetValue(files)!, parsed.GetValue(format) is "json", data);
        });
        return command;
    }

    private static int Run(string[] files, bool json, Formulary formulary)
    {
        // Every file is read before anything is written, so that nothing comes out where an input cannot be used.
        var therapies = files.Select(file => Inputs.Therapy(file, formulary)).ToList();
        if (therapies.Contains(null))
        {
            return ExitCode.UnusableInput;
        }

        var plans = therapies.ConvertAll(therapy => Planner.Plan(therapy!, formulary));
        if (json)
        {
            WriteJson(plans);
        }
        else
        {
            PlanPage.Print(plans);
        }

        return plans.Exists(plan => plan.IsBlocked) ? ExitCode.Blocked : ExitCode.Done;
    }

    private static void WriteJson(List<Plan> plans)
    {
        var buffer = new ArrayBufferWriter<byte>(65_536);
        foreach (var plan in plans)
        {
            PlanJson.Write(plan, buffer, indented: true);
            buffer.Write("\n"u8);
        }

        using var output = Console.OpenStandardOutput();
        output.Write(buffer.WrittenSpan);
    }
}
