using System.Buffers;
using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial compare FILE FILE…</c>: alternatives side by side.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "two or more therapy files", Arity = new ArgumentArity(2, 12) };
        var format = Options.Format();
        var command = new Command("compare", "Compare alternatives side by side: doses, volume, refill visits, dates.") { files, format };
        var formulary = FormularyOptions.Of(command);
        command.SetAction(parsed =>
        {
            if (formulary.Read(parsed) is not { } data)
            {
                return ExitCode.UnusableInput;
            }

            var therapies = parsed.GetValue(files)!.Select(file => Inputs.Therapy(file, data)).ToList();
            if (therapies.Contains(null))
            {
                return ExitCode.UnusableInput;
            }

            var alternatives = therapies.ConvertAll(therapy => Alternative.Of(Planner.Plan(therapy!, data)));
            if (parsed.GetValue(format) is "json")
            {
                var buffer = new ArrayBufferWriter<byte>(16_384);
                Alternative.Write(alternatives, buffer);
                buffer.Write("\n"u8);
                using var output = Console.OpenStandardOutput();
                output.Write(buffer.WrittenSpan);
            }
            else
            {
                Sheet.Print(sheet => ComparePage.Write(sheet, alternatives));
            }

            return alternatives.Exists(alternative => alternative.Plan.IsBlocked) ? ExitCode.Blocked : ExitCode.Done;
        });
        return command;
    }
}
