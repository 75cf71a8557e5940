using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary>The command <c>neuraxial</c> and its subcommands.</summary>
internal static class Root
{
    /// <summary>What a user types. No assembly can be called so beside Neuraxial.dll.</summary>
    public const string Name = "neuraxial";

    private static readonly Dictionary<string, Func<Command>> Commands = new(StringComparer.Ordinal)
    {
        ["plan"] = PlanCommand.Create,
        ["check"] = CheckCommand.Create,
        ["compare"] = CompareCommand.Create,
        ["calc"] = CalcCommand.Create,
        ["recipe"] = RecipeCommand.Create,
        ["formulary"] = FormularyCommand.Create,
        ["pumps"] = PumpsCommand.Create,
        ["simulate"] = SimulateCommand.Create,
        ["validate"] = ValidateCommand.Create,
        ["export-system"] = ExportSystemCommand.Create,
        ["schema"] = SchemaCommand.Create,
    };

    /// <summary>Makes the commands: the one that is asked for alone, since a plan takes less time than the options of all; every one for help and for a slip.</summary>
    /// <param name="args">The command line.</param>
    public static RootCommand Command(string[] args)
    {
        var root = new RootCommand(
            "Plans spinal drug infusions: doses, pump settings, bridges and refill dates, each with its source. Decision support: the prescriber checks every plan."
        );
        if (args is [var name, ..] && Commands.TryGetValue(name, out var asked))
        {
            root.Add(asked());
        }
        else
        {
            foreach (var create in Commands.Values)
            {
                root.Add(create());
            }
        }

        root.HelpName = Name;
        return root;
    }
}
