using System.CommandLine;

namespace Neuraxial.Cli;

internal static class PumpsCommand
{
    public static Command Create() => new("pumps", "To come.");
}
