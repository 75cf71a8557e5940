using System.CommandLine;
using Neuraxial.Cli;

return await Root.Command().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
