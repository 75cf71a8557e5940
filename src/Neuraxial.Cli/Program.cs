using System.CommandLine;
using Neuraxial.Cli;

// Commands here run to their end on this thread in milliseconds: there is nothing to cancel in an orderly way, and Ctrl-C may simply end the process.
var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
return Root.Command(args).Parse(args).Invoke(configuration);
