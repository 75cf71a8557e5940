using System.Text;
using Xunit;

namespace Neuraxial.Tests.Formularies;

/// <summary>Files of a service for tests: a small one with one limit, with members changed one by one, and the same approved by two persons.</summary>
internal static class Overlays
{
    /// <summary>One limit: morphine by an implanted pump in cancer pain, 10 and 15 mg a day where the built-in row has 15 and 20.</summary>
    public const string Draft = """
        {
          "name": "Test service",
          "version": "test-2",
          "effective": { "from": "2026-05-01", "until": "2027-04-30" },
          "limits": [
            {
              "id": "R3-implanted-cancer", "rule": "R3", "title": "Morphine daily dose", "check": "daily-dose", "drug": "morphine",
              "route": "intrathecal", "profiles": ["implanted-cancer"], "bound": "upper",
              "soft": { "value": "10 mg/d", "mark": "assumed", "sources": [] },
              "hard": { "value": "15 mg/d", "mark": "assumed", "sources": [] },
              "override": "two-person", "why": "A test.", "hazards": ["HZ-01"]
            }
          ]
        }
        """;

    public static byte[] Bytes(params (string Path, string? Value)[] changes) => Encoding.UTF8.GetBytes(Plans.Changed(Draft, changes));

    /// <summary>The built-in formulary with the file over it.</summary>
    public static Formulary Of(params (string Path, string? Value)[] changes) => Read(Bytes(changes));

    public static Formulary Read(byte[] utf8)
    {
        var reading = Formulary.BuiltIn.Overlaid(utf8);
        Assert.Empty(reading.Problems);
        return reading.Content!;
    }

    public static FormularyGovernance Governance(byte[] utf8) => Read(utf8).Layers[^1].Governance!;

    /// <summary>The file as a pharmacist and a consultant have approved it, one after the other.</summary>
    public static byte[] Released(params (string Path, string? Value)[] changes) =>
        Approved(Approved(Bytes(changes), "pharmacist", "KP", "2026-04-20T09:00:00+01:00"), "consultant", "MR", "2026-04-22T14:30:00+01:00");

    /// <summary>The file with one approval of what it says now.</summary>
    public static byte[] Approved(byte[] utf8, string role, string id, string at)
    {
        var governance = Governance(utf8);
        var approval = new Approval(role, id, DateText.ParseMoment(at).Value, governance.ContentSha256);
        return FormularyRelease.WithApproval(utf8, governance, approval, note: null);
    }

    /// <summary>The problems of the file, a line each: path and message.</summary>
    public static IReadOnlyList<Problem> Problems(byte[] utf8) => Formulary.BuiltIn.Overlaid(utf8).Problems;
}
