using System.CommandLine;

namespace Neuraxial.Cli;

internal static class CompareCommand
{
    public static Command Create() => new("compare", "To come.");
}
