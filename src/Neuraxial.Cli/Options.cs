using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<string> Format() => Format("text for people, json for programs", "text", "json");

    /// <summary>The format of a plan, which can be a paper besides.</summary>
    public static Option<string> PlanFormat() =>
        Format("text for people, json for programs, html for the paper to print and sign", "text", "json", "html");

    public static Option<string?> Formulary() =>
        new("--formulary") { Description = "a service's own file, laid over the built-in formulary", HelpName = "FILE" };

    private static Option<string> Format(string description, params string[] formats) =>
        new Option<string>("--format") { Description = description, DefaultValueFactory = _ => formats[0] }.AcceptOnlyFromAmong(formats);
}
