using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial pumps [MODEL]</c>: the catalogue of pumps, each figure with its mark and source.</summary>
internal static class PumpsCommand
{
    public static Command Create()
    {
        var model = new Argument<string?>("MODEL") { Description = "a pump or catheter; all pumps if not given", Arity = ArgumentArity.ZeroOrOne };
        var format = Options.Format();
        var command = new Command("pumps", "Show the catalogue of pumps and catheters.") { model, format };
        var formulary = FormularyOptions.Of(command);
        command.SetAction(parsed =>
        {
            if (formulary.Read(parsed) is not { } data)
            {
                return ExitCode.UnusableInput;
            }

            var json = parsed.GetValue(format) is "json";
            return parsed.GetValue(model) is { } id ? One(id, data, json) : All(data, json);
        });
        return command;
    }

    private static int All(Formulary data, bool json)
    {
        if (json)
        {
            RowsJson.Write([.. data.Rows("pumps"), .. data.Rows("catheters")]);
        }
        else
        {
            Sheet.Print(sheet => PumpsPage.WriteAll(sheet, data));
        }

        return ExitCode.Done;
    }

    private static int One(string id, Formulary data, bool json)
    {
        if ((data.Row("pumps", id) ?? data.Row("catheters", id)) is not { } row)
        {
            var near = Spelling.Nearest(id, data.Rows("pumps").Concat(data.Rows("catheters")).Select(candidate => candidate.Id));
            Inputs.Report(
                "pumps",
                new Problem(
                    Printable.OneLine(id, 40),
                    near is null ? "unknown model; expected one that 'neuraxial pumps' lists" : $"unknown model; did you mean '{near}'?"
                )
            );
            return ExitCode.UnusableInput;
        }

        if (json)
        {
            RowsJson.Write([row]);
        }
        else
        {
            Sheet.Print(sheet => RowPage.Write(sheet, [row], data));
        }

        return ExitCode.Done;
    }
}
