namespace Neuraxial.Cli;

/// <summary>Brings files in and reports what is wrong with them: one line a problem on standard error, with file and JSON path.</summary>
internal static class Inputs
{
    /// <summary>A therapy file takes two kilobytes; what is larger than this is not even read.</summary>
    private const long LargestBytes = 1_048_576;
    private const int LongestPath = 4_096;

    /// <summary>The bytes of a file; <see langword="null"/>, with a line on standard error, if it cannot be had.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    public static byte[]? Bytes(string path)
    {
        var (bytes, problem) = Read(path);
        if (problem is not null)
        {
            Report(path, problem);
        }

        return bytes;
    }

    /// <summary>The bytes of a file, or why they cannot be had.</summary>
    /// <param name="path">A path, or <c>-</c> for standard input.</param>
    public static (byte[]? Bytes, Problem? Problem) Read(string path)
    {
        try
        {
            using var stream = path == "-" ? Console.OpenStandardInput() : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096);
            return Whole(stream) is { } bytes
                ? (bytes, null)
                : (null, new Problem("$", $"the file has more than {LargestBytes} bytes; expected at most that"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, new Problem("$", $"cannot be read: {Reason(failure)}; expected a file"));
        }
    }

    /// <summary>The formulary to plan by: the built-in one, or a service's file laid over it; <see langword="null"/> if that file has a fault.</summary>
    public static Formulary? Formulary(string? overlay)
    {
        if (overlay is null)
        {
            return Neuraxial.Formulary.BuiltIn;
        }

        return Bytes(overlay) is { } bytes ? Taken(overlay, Neuraxial.Formulary.BuiltIn.Overlaid(bytes)) : null;
    }

    /// <summary>The therapy of a file; <see langword="null"/>, with every problem on standard error, if it has any.</summary>
    public static Therapy? Therapy(string path, Formulary formulary) =>
        Bytes(path) is { } bytes ? Taken(path, TherapyFile.Read(bytes, formulary)) : null;

    /// <summary>The content of a reading; its problems go to standard error.</summary>
    public static T? Taken<T>(string path, FileReading<T> reading)
        where T : class
    {
        foreach (var problem in reading.Problems)
        {
            Report(path, problem);
        }

        return reading.Content;
    }

    /// <summary>One line on standard error. A file's name may hold whatever its maker liked, line breaks and a terminal's commands included.</summary>
    public static void Report(string path, Problem problem) => Console.Error.WriteLine($"{Printable.OneLine(path, LongestPath)}: {problem}");

    private static byte[]? Whole(Stream stream)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16_384];
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0; )
        {
            if (whole.Length + read > LargestBytes)
            {
                return null;
            }

            whole.Write(buffer, 0, read);
        }

        return whole.ToArray();
    }

    private static string Reason(Exception failure) =>
        failure switch
        {
            FileNotFoundException or DirectoryNotFoundException => "there is no such file",
            UnauthorizedAccessException => "it is a directory, or access is denied",
            _ => failure.Message.ReplaceLineEndings(" "),
        };
}
