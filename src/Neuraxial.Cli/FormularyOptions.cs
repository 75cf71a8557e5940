using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary>
/// The options by which a command is told what to plan by: a service's file, the key that it must be signed with, and the earliest version that may still be
/// used.
/// </summary>
internal sealed class FormularyOptions
{
    private readonly Option<string?> file = Options.Formulary();
    private readonly Option<string?> trust = new("--trust")
    {
        Description = "refuse the service's file unless it is released and signed with this public key",
        HelpName = "PUB.pem",
    };
    private readonly Option<string?> atLeast = AtLeast();

    private FormularyOptions(Command command)
    {
        command.Add(file);
        command.Add(trust);
        command.Add(atLeast);
        command.Validators.Add(result =>
        {
            if (result.GetValue(trust) is not null && result.GetValue(file) is null)
            {
                result.AddError("--trust says by which key a service's file is verified; give --formulary beside it.");
            }

            if (result.GetValue(atLeast) is not null && result.GetValue(trust) is null)
            {
                result.AddError("--at-least rests on a version that is signed; give --trust beside it.");
            }
        });
    }

    /// <summary>Adds the options to a command.</summary>
    public static FormularyOptions Of(Command command) => new(command);

    /// <summary>The option that keeps older versions out.</summary>
    public static Option<string?> AtLeast() =>
        new("--at-least") { Description = "refuse a version of the service's file that is older than this", HelpName = "VERSION" };

    /// <summary>The formulary to plan by; <see langword="null"/>, with every problem on standard error, if it has a fault or is not to be trusted.</summary>
    public Formulary? Read(ParseResult parsed)
    {
        var formulary = Inputs.Formulary(parsed.GetValue(file));
        if (parsed.GetValue(trust) is not { } path)
        {
            return formulary;
        }

        // Both files are read, so that what is wrong with either is found at once.
        var key = Key(path);
        if (formulary is null || key is null)
        {
            return null;
        }

        var problems = FormularyTrust.Problems(formulary, key, parsed.GetValue(atLeast));
        foreach (var problem in problems)
        {
            Inputs.Report(parsed.GetValue(file)!, problem);
        }

        return problems.Count == 0 ? formulary : null;
    }

    /// <summary>A public key; <see langword="null"/>, with a line on standard error, if the file holds none.</summary>
    public static FormularyKey? Key(string path) => Inputs.Bytes(path) is { } pem ? Inputs.Taken(path, FormularyKey.Read(pem)) : null;
}
