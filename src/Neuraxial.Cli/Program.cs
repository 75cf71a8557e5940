using System.CommandLine;
using Neuraxial.Cli;

var parsed = Root.Command(args).Parse(args);
if (parsed.Errors.Count > 0)
{
    // The kit would print its help on standard output and end with 1, which here means that a plan is blocked.
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine($"neuraxial: {error.Message.ReplaceLineEndings(" ")}");
    }

    Console.Error.WriteLine("neuraxial: 'neuraxial --help' lists the commands, and 'neuraxial COMMAND --help' what each takes.");
    return ExitCode.UnusableInput;
}

// Commands run to their end on this thread in milliseconds: there is nothing to cancel in an orderly way, and Ctrl-C may simply end the process.
return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
