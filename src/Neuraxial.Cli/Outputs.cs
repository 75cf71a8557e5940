namespace Neuraxial.Cli;

/// <summary>Brings files out: whole or not at all.</summary>
internal static class Outputs
{
    /// <summary>Writes bytes to standard output, or to a file that then holds all of them, whatever it held before.</summary>
    /// <returns>Whether it was written; if not, a line on standard error says why.</returns>
    public static bool Write(ReadOnlySpan<byte> bytes, string? path)
    {
        if (path is null)
        {
            using var output = Console.OpenStandardOutput();
            output.Write(bytes);
            return true;
        }

        // Beside the file, since a move within a folder happens at once or not at all: nobody reads half a formulary.
        var beside = path + ".new";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (File.Exists(beside))
            {
                File.Delete(beside);
            }

            Inputs.Report(path, new Problem("$", $"cannot be written: {failure.Message.ReplaceLineEndings(" ")}"));
            return false;
        }
    }
}
