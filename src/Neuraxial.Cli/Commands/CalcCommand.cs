using System.Buffers;
using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial calc NAME</c>: one function of the planner at a time, made from the list of calculators.</summary>
internal static class CalcCommand
{
    public static Command Create()
    {
        var command = new Command("calc", "One calculation at a time, with its formula and its numbers.");
        foreach (var calculator in Calculator.All)
        {
            command.Add(Create(calculator));
        }

        return command;
    }

    private static Command Create(Calculator calculator)
    {
        var format = Options.Format();
        var command = new Command(calculator.Name, calculator.Summary + ": " + calculator.Formula + ".") { format };
        var formulary = FormularyOptions.Of(command);
        var inputs = new List<(CalculatorInput Input, Option Option)>();
        foreach (var input in calculator.Inputs)
        {
            // What is missing is reported by the calculator, beside everything else that is wrong.
            Option option =
                input.Kind == InputKind.Flag
                    ? new Option<bool>("--" + input.Name) { Description = input.Description }
                    : new Option<string[]>("--" + input.Name)
                    {
                        Description = input.Description,
                        AllowMultipleArgumentsPerToken = input.Kind == InputKind.Repeated,
                    };
            inputs.Add((input, option));
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            if (formulary.Read(parsed) is not { } data)
            {
                return ExitCode.UnusableInput;
            }

            return Run(calculator, Values(parsed, inputs), data, parsed.GetValue(format) is "json");
        });
        return command;
    }

    private static Dictionary<string, IReadOnlyList<string>> Values(ParseResult parsed, List<(CalculatorInput Input, Option Option)> inputs)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (input, option) in inputs)
        {
            switch (option)
            {
                case Option<bool> flag when parsed.GetValue(flag):
                    values[input.Name] = [""];
                    break;
                case Option<string[]> texts when parsed.GetValue(texts) is { Length: > 0 } given:
                    values[input.Name] = given;
                    break;
            }
        }

        return values;
    }

    private static int Run(Calculator calculator, Dictionary<string, IReadOnlyList<string>> values, Formulary formulary, bool json)
    {
        if (Inputs.Taken($"calc {calculator.Name}", calculator.Run(values, formulary)) is not { } result)
        {
            return ExitCode.UnusableInput;
        }

        if (json)
        {
            var buffer = new ArrayBufferWriter<byte>(1_024);
            result.Write(buffer);
            buffer.Write("\n"u8);
            using var output = Console.OpenStandardOutput();
            output.Write(buffer.WrittenSpan);
        }
        else
        {
            CalcPage.Print(calculator, result);
        }

        return result.IsBlocked ? ExitCode.Blocked : ExitCode.Done;
    }
}
