using System.Buffers;
using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial recipe FILE</c>: from the wanted daily dose of each drug to mixture, fill and rate.</summary>
internal static class RecipeCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a recipe file; - for standard input" };
        var format = Options.Format();
        var command = new Command("recipe", "Work out a mixture from the wanted daily dose of each drug: strengths, fill, rate, interval.")
        {
            file,
            format,
        };
        var formulary = FormularyOptions.Of(command);
        command.SetAction(parsed =>
        {
            if (formulary.Read(parsed) is not { } data)
            {
                return ExitCode.UnusableInput;
            }

            var path = parsed.GetValue(file)!;
            if (Inputs.Bytes(path) is not { } bytes || Inputs.Taken(path, RecipeFile.Read(bytes, data)) is not { } recipe)
            {
                return ExitCode.UnusableInput;
            }

            var solution = RecipeSolver.Solve(recipe, data);
            if (parsed.GetValue(format) is "json")
            {
                var buffer = new ArrayBufferWriter<byte>(65_536);
                RecipeJson.Write(solution, buffer);
                buffer.Write("\n"u8);
                using var output = Console.OpenStandardOutput();
                output.Write(buffer.WrittenSpan);
            }
            else
            {
                Sheet.Print(sheet => RecipePage.Write(sheet, solution));
            }

            return solution.IsFeasible ? ExitCode.Done : ExitCode.Blocked;
        });
        return command;
    }
}
