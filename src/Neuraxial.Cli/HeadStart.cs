using System.Runtime.CompilerServices;
using NodaTime;

namespace Neuraxial.Cli;

/// <summary>
/// Begins on a second core, while the command line is still being read, what every plan needs and what takes longest: the database of time zones where methods
/// are compiled as they are called, then what the formulary holds. Nothing waits for it; who comes first does the work, the other finds it done.
/// </summary>
internal static class HeadStart
{
    /// <param name="args">The command line; only what plans gains by it.</param>
    public static void For(string[] args)
    {
        if (args is ["plan" or "check" or "compare" or "simulate", _, ..])
        {
            new Thread(Run) { IsBackground = true }.Start();
        }
    }

    private static void Run()
    {
        if (RuntimeFeature.IsDynamicCodeSupported)
        {
            // In the order in which a plan comes to them: the reader of JSON, by any file of it, and the time zones.
            _ = Formulary.BuiltIn.Rows("pumps");
            _ = DateTimeZoneProviders.Tzdb.GetZoneOrNull("Europe/London");
        }

        Formulary.BuiltIn.ReadAhead();
    }
}
