using System.Text;
using Neuraxial.Papers;
using Xunit;

namespace Neuraxial.EndToEnd.Tests;

/// <summary>The paper of an example as a file that a browser opens.</summary>
internal sealed class PaperFile : IDisposable
{
    /// <summary>The examples that are looked at: every sheet and drawing stands in one of them.</summary>
    public static readonly string[] Looked =
    [
        "cancer-intrathecal-implanted",
        "baclofen-flex",
        "postoperative-epidural-demand",
        "ziconotide-first-fill",
    ];

    public PaperFile(string example)
    {
        var utf8 = File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "examples", example + ".json"));
        var reading = TherapyFile.Read(utf8, Formulary.BuiltIn);
        Assert.NotNull(reading.Content);
        Plan = Planner.Plan(reading.Content, Formulary.BuiltIn);
        Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("neuraxial-paper-").FullName, "paper.html");
        File.WriteAllText(Path, Paper.Write(Plan, TherapyHash.Of(utf8)), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>The plan behind it.</summary>
    public Plan Plan { get; }

    /// <summary>Where it lies.</summary>
    public string Path { get; }

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
