using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary>The command <c>neuraxial</c> and its subcommands.</summary>
internal static class Root
{
    /// <summary>What a user types. No assembly can be called so beside Neuraxial.dll.</summary>
    public const string Name = "neuraxial";

    /// <summary>Makes the commands.</summary>
    /// <param name="args">The command line: the calculators' many options are made only where one is asked for.</param>
    public static RootCommand Command(string[] args)
    {
        var root = new RootCommand(
            "Plans spinal drug infusions: doses, pump settings, bridges and refill dates, each with its source. Decision support: the prescriber checks every plan."
        )
        {
            PlanCommand.Create(),
            CheckCommand.Create(),
            CompareCommand.Create(),
            CalcCommand.Create(withCalculators: args is not ["plan" or "check", ..]),
            RecipeCommand.Create(),
            FormularyCommand.Create(),
            PumpsCommand.Create(),
            SchemaCommand.Create(),
        };
        root.HelpName = Name;
        return root;
    }
}
