using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial formulary [DRUG]</c>: what the formulary holds, each figure with its mark and source.</summary>
internal static class FormularyCommand
{
    public static Command Create()
    {
        var drug = new Argument<string?>("DRUG") { Description = "an international name; all drugs if not given", Arity = ArgumentArity.ZeroOrOne };
        var section = new Option<string?>("--section")
        {
            Description = "list a section instead, such as settings, limits, refillSteps",
            HelpName = "NAME",
        };
        var format = Options.Format();
        var command = new Command("formulary", "Show the formulary: a drug with its limits, preparations and stability, or a section.")
        {
            drug,
            section,
            format,
            RehearseCommand.Create(),
            DiffCommand.Create(),
        };
        var formulary = FormularyOptions.Of(command);
        foreach (var step in ReleaseCommands.All())
        {
            command.Add(step);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(drug) is not null && result.GetValue(section) is not null)
            {
                result.AddError("--section lists a whole section; give no DRUG beside it.");
            }
        });
        command.SetAction(parsed =>
        {
            if (formulary.Read(parsed) is not { } data)
            {
                return ExitCode.UnusableInput;
            }

            var json = parsed.GetValue(format) is "json";
            if (parsed.GetValue(section) is { } name)
            {
                return Section(name, data, json);
            }

            return parsed.GetValue(drug) is { } id ? Drug(id, data, json) : All(data, json);
        });
        return command;
    }

    private static int All(Formulary data, bool json)
    {
        if (json)
        {
            RowsJson.Write(data.Rows("drugs"));
        }
        else
        {
            Sheet.Print(sheet => FormularyPage.WriteAll(sheet, data));
        }

        return ExitCode.Done;
    }

    private static int Drug(string id, Formulary data, bool json)
    {
        if (data.Drug(id) is not { } drug)
        {
            var near = Spelling.Nearest(id, data.Drugs.Select(candidate => candidate.Id));
            Inputs.Report(
                "formulary",
                new Problem(
                    Printable.OneLine(id, 40),
                    near is null ? "unknown drug; expected one that 'neuraxial formulary' lists" : $"unknown drug; did you mean '{near}'?"
                )
            );
            return ExitCode.UnusableInput;
        }

        if (json)
        {
            RowsJson.Write([drug.Row]);
        }
        else
        {
            Sheet.Print(sheet => FormularyPage.WriteDrug(sheet, drug, data));
        }

        return ExitCode.Done;
    }

    private static int Section(string name, Formulary data, bool json)
    {
        if (!Formulary.SectionNames.Contains(name, StringComparer.Ordinal))
        {
            Inputs.Report(
                "formulary",
                new Problem(
                    "--section",
                    $"unknown section '{Printable.OneLine(name, 40)}'; expected one of {string.Join(", ", Formulary.SectionNames)}"
                )
            );
            return ExitCode.UnusableInput;
        }

        if (json)
        {
            RowsJson.Write(data.Rows(name));
        }
        else
        {
            Sheet.Print(sheet => RowPage.Write(sheet, data.Rows(name), data));
        }

        return ExitCode.Done;
    }
}
