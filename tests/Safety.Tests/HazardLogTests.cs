using Xunit;

namespace Neuraxial.Safety;

/// <summary>
/// The hazard log is what hazards, code and tests of this build say together: hazard, control, test that shows it. A control that loses its test fails here.
/// </summary>
public sealed class HazardLogTests
{
    private static readonly string[] Severities = ["minor", "significant", "considerable", "major", "catastrophic"];
    private static readonly string[] Kinds = ["prevents", "detects", "limits", "cannot"];
    private static readonly string[] Marks = ["seen", "recalled", "derived"];

    [Fact]
    public void Every_control_in_this_release_is_shown_by_a_test() => Assert.Equal("", string.Join('\n', HazardLog.Built.Faults()));

    [Fact]
    public void The_committed_page_is_what_this_build_says() => Repository.Holds(HazardLogPage.Path, HazardLogPage.Of(HazardLog.Built));

    [Fact]
    public void The_committed_file_is_what_this_build_says() => Repository.Holds(HazardLogJson.Path, HazardLogJson.Of(HazardLog.Built));

    [Fact]
    public void A_hazard_that_loses_its_tests_is_noticed()
    {
        foreach (var entry in HazardLog.Built.Entries.Where(entry => entry.Tests.Count > 0))
        {
            var without = new HazardLog(
                Hazards.Read,
                FindingKind.All,
                DataRow.All,
                [.. ShowingTests.All.Where(test => test.Hazard != entry.Hazard.Id)]
            );
            Assert.Contains(without.Faults(), fault => fault.StartsWith(entry.Hazard.Id, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_test_that_is_skipped_or_names_no_hazard_of_the_log_is_noticed()
    {
        ShowingTest[] wrong =
        [
            new("HZ-01", "P", "C", "skipped", Runs: false),
            new("HZ-99", "P", "C", "unknown", Runs: true),
            new("HZ-53", "P", "C", "no_control_yet", Runs: true),
        ];
        var faults = new HazardLog(Hazards.Read, FindingKind.All, DataRow.All, [.. ShowingTests.All, .. wrong]).Faults().ToArray();
        Assert.Equal(3, faults.Length);
        Assert.All(wrong, test => Assert.Contains(faults, fault => fault.Contains($"C.{test.Method}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Tests_of_every_project_are_read()
    {
        Assert.NotEmpty(Repository.TestProjects);
        Assert.All(Repository.TestProjects, project => Assert.True(File.Exists(Repository.AssemblyOf(project)), $"{project} is not built"));
        Assert.Contains(ShowingTests.All, test => test.Project == "Neuraxial.Tests");
        Assert.Contains(ShowingTests.All, test => test.Project == "Neuraxial.Cli.Tests");
    }

    [Fact]
    public void Each_test_that_shows_a_control_is_found_in_the_sources() =>
        Assert.Equal(
            "",
            string.Join('\n', ShowingTests.All.Where(test => FindingSources.FileOf(test) is null).Select(test => test.Class + "." + test.Method))
        );

    [Fact]
    public void Hazards_are_numbered_without_a_gap_and_none_goes_without_a_control() =>
        Assert.Equal(
            Enumerable.Range(1, Hazards.Read.All.Count).Select(number => $"HZ-{number:00}"),
            Hazards.Read.All.Where(hazard => hazard.Controls.Count > 0 && hazard.Incidents.Count > 0).Select(hazard => hazard.Id),
            StringComparer.Ordinal
        );

    [Fact]
    public void Words_of_the_hazards_are_those_that_are_known()
    {
        foreach (var hazard in Hazards.Read.All)
        {
            Assert.Contains(hazard.Severity, Severities, StringComparer.Ordinal);
            Assert.Contains(hazard.Group, Hazards.Read.Groups.Keys, StringComparer.Ordinal);
            Assert.All(hazard.Controls, control => Assert.Contains(control.Kind, Kinds, StringComparer.Ordinal));
            Assert.All(
                hazard.Controls,
                control => Assert.True(control.Later is null || Hazards.Read.Steps.ContainsKey(control.Later), control.Later)
            );
        }
    }

    [Fact]
    public void What_was_seen_has_a_source_and_nothing_else_has()
    {
        var incidents = Hazards.Read.All.SelectMany(hazard => hazard.Incidents).ToArray();
        Assert.All(incidents, incident => Assert.Contains(incident.Mark, Marks, StringComparer.Ordinal));
        Assert.All(incidents, incident => Assert.Equal(incident.Mark == "seen", incident.Sources.Count > 0));
        Assert.All(
            incidents.SelectMany(incident => incident.Sources),
            source => Assert.Contains(source, Hazards.Read.Sources.Keys, StringComparer.Ordinal)
        );
        var named = Repository.Read("docs/clinical-safety/safety-case.md");
        Assert.All(
            Hazards.Read.Sources.Keys,
            source =>
                Assert.True(
                    incidents.Any(incident => incident.Sources.Contains(source, StringComparer.Ordinal))
                        || named.Contains(source, StringComparison.Ordinal),
                    $"{source} is named nowhere"
                )
        );
    }
}
