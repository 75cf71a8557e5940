using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>The binary that users install, published from this repository once for all tests of a class.</summary>
public sealed class NativeBinary : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public NativeBinary()
    {
        string[] arguments =
        [
            "publish",
            Path.Combine(Root(), "src", "Neuraxial.Cli"),
            "-c",
            "Release",
            "-r",
            RuntimeInformation.RuntimeIdentifier,
            "-p:Native=true",
            "-o",
            folder.Path,
            "--disable-build-servers",
            "-v",
            "quiet",
        ];
        using var publish = Process.Start(new ProcessStartInfo(Cli.DotNet, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        Assert.True(publish.ExitCode == 0, $"the native binary could not be published: {said}");
    }

    internal Ran Run(params string[] arguments) =>
        Cli.RunProgram(Path.Combine(folder.Path, OperatingSystem.IsWindows() ? "neuraxial.exe" : "neuraxial"), arguments);

    public void Dispose() => folder.Dispose();

    private static string Root()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Neuraxial.slnx")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("Neuraxial.slnx stands in no folder above the tests.");
        }

        return at.FullName;
    }
}
