using System.Text;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>Faults between the members of a study, and that one fault is not told as several.</summary>
public sealed class ExperimentFaultTests
{
    private const string Lumbar = """{"name": "lumbar", "site": "csf", "level": "L3"}""";
    private const string Median = """{"what": "population-median", "sample": "lumbar", "at": "1 h", "value": "4000 ng/mL"}""";

    [Theory]
    [InlineData("""{"at": "1 h"}""", "$.changes[0].heartRate: nothing changes; expected heartRate, strokeVolume or both")]
    [InlineData(
        """{"at": "1 h", "heartRate": "90 /min"}, {"at": "60 min", "strokeVolume": "2 mL"}""",
        "$.changes: two changes at the same time; expected one of them, with both members"
    )]
    [InlineData("""{"at": "24 h", "heartRate": "90 /min"}""", "$.changes[0].at: 24 h; expected a time within the study, after 0 h")]
    public void A_change_has_a_time_of_its_own_and_something_that_changes(string changes, string problem) =>
        Assert.Equal(problem, Only(Text(more: $$""" "changes": [{{changes}}], """)));

    [Fact]
    public void Steps_longer_than_the_study_are_no_curve() =>
        Assert.Equal("$.every: longer than the study; expected at most 24 h", Only(Text(every: "25 h")));

    [Fact]
    public void A_population_with_a_fault_is_still_there_for_what_is_observed_of_it() =>
        Assert.Equal(
            "$.population.patients: the bare number 0; expected a whole number from 1 to 100000",
            Only(Text(more: """ "population": {"patients": 0, "seed": 1}, """, observed: Median))
        );

    [Fact]
    public void A_sample_with_a_fault_is_still_there_for_what_is_observed_of_it() =>
        Assert.StartsWith(
            "$.samples[0].level: ",
            Only(
                Text(
                    more: """ "population": {"patients": 2, "seed": 1}, """,
                    observed: Median,
                    sample: Lumbar.Replace("L3", "X3", StringComparison.Ordinal)
                )
            ),
            StringComparison.Ordinal
        );

    private static string Only(string text) => Assert.Single(ExperimentFile.Read(Encoding.UTF8.GetBytes(text)).Problems).ToString();

    private static string Text(string more = "", string every = "5 min", string observed = "", string sample = Lumbar) =>
        $$"""
            {"experiment": "case", "species": "human", "drug": "morphine", {{more}} "until": "24 h", "every": "{{every}}",
             "doses": [{"at": "0 h", "route": "intrathecal", "mass": "1 mg", "level": "L3"}], "samples": [{{sample}}], "observed": [{{observed}}]}
            """;
}
