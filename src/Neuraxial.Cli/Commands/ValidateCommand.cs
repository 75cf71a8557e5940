using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial validate --verification</c>: how far the simulation can be trusted.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var verification = new Option<bool>("--verification") { Description = "solve the problems whose answers are known exactly", Required = true };
        var format = Options.Format();
        var command = new Command("validate", "Hold the simulation to exact answers; exit code 1 if one is missed.") { verification, format };
        command.SetAction(parsed => ValidateVerification.Run(parsed.GetValue(format) is "json"));
        return command;
    }
}
