using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Format() =>
        new Option<string>("--format") { Description = "text for people, json for programs", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong(
            "text",
            "json"
        );

    public static Option<string?> Formulary() =>
        new("--formulary") { Description = "a service's own file, laid over the built-in formulary", HelpName = "FILE" };
}
