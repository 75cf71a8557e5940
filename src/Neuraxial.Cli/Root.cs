using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary>The command <c>neuraxial</c> and its subcommands.</summary>
internal static class Root
{
    public static RootCommand Command()
    {
        var root = new RootCommand(
            "Plans spinal drug infusions: doses, pump settings, bridges and refill dates, each with its source. Decision support: the prescriber checks every plan."
        )
        {
            PlanCommand.Create(),
            CompareCommand.Create(),
            CalcCommand.Create(),
            FormularyCommand.Create(),
            PumpsCommand.Create(),
            SchemaCommand.Create(),
        };
        return root;
    }
}
