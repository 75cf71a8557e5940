using System.CommandLine;
using System.CommandLine.Invocation;
using Neuraxial.Cli;

HeadStart.For(args);

// Commands here run to their end on this thread in milliseconds: there is nothing to cancel in an orderly way, and Ctrl-C may simply end the process.
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
var parsed = Root.Command(args).Parse(args);
if (parsed.Action is ParseErrorAction)
{
    return Usage.Report(parsed);
}

try
{
    return parsed.Invoke(configuration);
}
catch (IOException failure)
{
    // Files are read where they are named; what is left is a stream that fails under a finished answer: a full disk, a terminal that is gone.
    Console.Error.WriteLine($"neuraxial: standard input or output failed: {failure.Message.ReplaceLineEndings(" ")}");
    return ExitCode.OutsideFailed;
}
