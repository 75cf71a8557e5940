using System.Runtime.CompilerServices;
using NodaTime;

namespace Neuraxial.Cli;

/// <summary>
/// Begins on a second core, while the command line is still being read, what every plan needs and what takes longest where methods are compiled as they
/// are called: the database of time zones, then the tables of pumps, drugs and products. Nothing waits for it; who comes first does the work, the other finds it done.
/// </summary>
internal static class HeadStart
{
    /// <param name="args">The command line; only <c>plan</c> and <c>compare</c> gain by it.</param>
    public static void For(string[] args)
    {
        // The native binary has nothing to compile: it is done before a thread has started.
        if (RuntimeFeature.IsDynamicCodeSupported && args is ["plan" or "compare", _, ..])
        {
            new Thread(Run) { IsBackground = true }.Start();
        }
    }

    private static void Run()
    {
        _ = DateTimeZoneProviders.Tzdb.GetZoneOrNull("Europe/London");
        _ = Formulary.BuiltIn.Pumps;
        _ = Formulary.BuiltIn.Drugs;
        _ = Formulary.BuiltIn.Rows("preparations");
    }
}
