using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary>Says what is wrong with a command line: a line a problem on standard error, as for any other input, and nothing on standard output.</summary>
/// <remarks>The kit's own report prints the whole help on standard output and exits with 1, which here says that a plan is blocked.</remarks>
internal static class Usage
{
    private const int LongestMessage = 300;

    public static int Report(ParseResult parsed)
    {
        var command = Name(parsed.CommandResult.Command);
        foreach (var error in parsed.Errors)
        {
            var message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
            Console.Error.WriteLine($"{command}: {Printable.OneLine(message, LongestMessage)}; see '{command} --help'");
        }

        return ExitCode.UnusableInput;
    }

    private static string Name(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Name(parent)} {command.Name}" : Root.Name;
}
