using System.CommandLine;

namespace Neuraxial.Cli;

internal static class FormularyCommand
{
    public static Command Create() => new("formulary", "To come.");
}
