namespace Neuraxial.Benchmarks;

/// <summary>The project's folder.</summary>
internal static class Repository
{
    /// <summary>Where Neuraxial.slnx lies.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Neuraxial.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run it inside the project's folder.");
    }
}
