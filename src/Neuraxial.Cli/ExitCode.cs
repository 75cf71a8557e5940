namespace Neuraxial.Cli;

/// <summary>What the exit code says; the same for every command.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, and a plan has a finding that blocks it, or a calculator answers that it must not or cannot be done.</summary>
    public const int Blocked = 1;

    /// <summary>The input cannot be used; nothing was written to standard output for it.</summary>
    public const int UnusableInput = 2;

    /// <summary>Something outside failed: a stream that could not be written to its end.</summary>
    public const int OutsideFailed = 3;
}
