using System.Globalization;
using System.Reflection;
using Xunit;

namespace Neuraxial.Tests.Examples;

/// <summary>Every reported incident that a therapy file can show is answered: blocked, asked about, said or refused. One test a hazard; the table is <see cref="Incidents"/>.</summary>
public sealed class IncidentTests
{
    private static readonly string[] Marks = ["[seen", "[recall", "[derived"];

    [Fact]
    [Trait("Hazard", "HZ-01")]
    public void A_strength_wrong_by_a_factor_is_not_begun() => AssertAnswered("HZ-01");

    [Fact]
    [Trait("Hazard", "HZ-02")]
    public void A_ratio_and_a_per_cent_of_an_opioid_are_refused() => AssertAnswered("HZ-02");

    [Fact]
    [Trait("Hazard", "HZ-03")]
    public void A_rate_that_is_not_that_of_the_dose_is_refused() => AssertAnswered("HZ-03");

    [Fact]
    [Trait("Hazard", "HZ-04")]
    public void A_day_entered_as_an_hour_is_blocked() => AssertAnswered("HZ-04");

    [Fact]
    [Trait("Hazard", "HZ-05")]
    public void A_driver_set_in_millimetres_gets_no_program() => AssertAnswered("HZ-05");

    [Fact]
    [Trait("Hazard", "HZ-06")]
    public void A_bolus_at_the_wrong_interval_is_blocked() => AssertAnswered("HZ-06");

    [Fact]
    [Trait("Hazard", "HZ-07")]
    public void A_concentration_is_never_offered_and_must_be_that_of_the_product() => AssertAnswered("HZ-07");

    [Fact]
    [Trait("Hazard", "HZ-08")]
    public void A_custom_mixture_meets_the_limits_of_each_drug() => AssertAnswered("HZ-08");

    [Fact]
    [Trait("Hazard", "HZ-09")]
    public void A_dose_that_the_pump_cannot_give_is_blocked() => AssertAnswered("HZ-09");

    [Fact]
    [Trait("Hazard", "HZ-10")]
    public void A_comma_is_never_guessed_at() => AssertAnswered("HZ-10");

    [Fact]
    [Trait("Hazard", "HZ-11")]
    public void A_leading_point_is_not_read() => AssertAnswered("HZ-11");

    [Fact]
    [Trait("Hazard", "HZ-12")]
    public void A_mixture_off_its_strength_is_not_released() => AssertAnswered("HZ-12");

    [Fact]
    [Trait("Hazard", "HZ-14")]
    public void A_bottle_that_is_no_product_on_file_is_unknown() => AssertAnswered("HZ-14");

    [Fact]
    [Trait("Hazard", "HZ-15")]
    public void Another_strength_at_a_refill_is_blocked_without_a_bridge() => AssertAnswered("HZ-15");

    [Fact]
    [Trait("Hazard", "HZ-16")]
    public void A_look_alike_at_the_same_dose_is_blocked() => AssertAnswered("HZ-16");

    [Fact]
    [Trait("Hazard", "HZ-17")]
    public void A_preserved_product_is_blocked() => AssertAnswered("HZ-17");

    [Fact]
    [Trait("Hazard", "HZ-18")]
    public void A_mixture_that_the_pump_is_not_labelled_for_is_said() => AssertAnswered("HZ-18");

    [Fact]
    [Trait("Hazard", "HZ-19")]
    public void An_order_that_outlives_the_mixture_is_asked_about() => AssertAnswered("HZ-19");

    [Fact]
    [Trait("Hazard", "HZ-20")]
    public void The_doses_of_known_granulomas_are_blocked() => AssertAnswered("HZ-20");

    [Fact]
    [Trait("Hazard", "HZ-21")]
    public void An_opioid_and_a_sedative_besides_are_asked_about() => AssertAnswered("HZ-21");

    [Fact]
    [Trait("Hazard", "HZ-22")]
    public void A_local_anaesthetic_is_added_up_over_the_day() => AssertAnswered("HZ-22");

    [Fact]
    [Trait("Hazard", "HZ-23")]
    public void A_vein_is_no_route_and_a_bag_of_the_other_route_is_blocked() => AssertAnswered("HZ-23");

    [Fact]
    [Trait("Hazard", "HZ-24")]
    public void Vincristine_is_refused_by_name_and_brand() => AssertAnswered("HZ-24");

    [Fact]
    [Trait("Hazard", "HZ-25")]
    public void Spinal_is_refused_and_a_dose_copied_from_the_other_route_blocked() => AssertAnswered("HZ-25");

    [Fact]
    [Trait("Hazard", "HZ-26")]
    public void What_the_syringe_holds_is_said_before_the_needle_goes_in() => AssertAnswered("HZ-26");

    [Fact]
    [Trait("Hazard", "HZ-27")]
    public void What_a_pocket_took_is_missed_at_the_next_refill() => AssertAnswered("HZ-27");

    [Fact]
    [Trait("Hazard", "HZ-30")]
    public void A_declined_bridge_is_blocked() => AssertAnswered("HZ-30");

    [Fact]
    [Trait("Hazard", "HZ-31")]
    public void A_slip_in_the_volume_of_the_catheter_is_asked_about() => AssertAnswered("HZ-31");

    [Fact]
    [Trait("Hazard", "HZ-32")]
    public void A_priming_bolus_is_said_to_mix() => AssertAnswered("HZ-32");

    [Fact]
    [Trait("Hazard", "HZ-33")]
    public void A_pump_that_gives_too_much_is_found_at_the_refill() => AssertAnswered("HZ-33");

    [Fact]
    [Trait("Hazard", "HZ-34")]
    public void A_pump_that_stood_still_is_restarted_by_two() => AssertAnswered("HZ-34");

    [Fact]
    [Trait("Hazard", "HZ-38")]
    public void Baclofen_is_not_let_run_out_or_left_out() => AssertAnswered("HZ-38");

    [Fact]
    [Trait("Hazard", "HZ-40")]
    public void A_late_alarm_of_an_occlusion_is_said() => AssertAnswered("HZ-40");

    [Fact]
    [Trait("Hazard", "HZ-41")]
    public void What_an_occlusion_releases_is_said_in_mass_and_time() => AssertAnswered("HZ-41");

    [Fact]
    [Trait("Hazard", "HZ-42")]
    public void A_leak_is_found_by_volume_and_no_bridge_is_made_without_a_record() => AssertAnswered("HZ-42");

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void Boluses_and_the_basal_flow_to_come_are_added_up() => AssertAnswered("HZ-43");

    [Fact]
    [Trait("Hazard", "HZ-45")]
    public void Bleeding_infection_and_a_long_dwell_are_asked_about() => AssertAnswered("HZ-45");

    [Fact]
    [Trait("Hazard", "HZ-46")]
    public void An_old_list_of_medicines_is_unknown() => AssertAnswered("HZ-46");

    [Fact]
    [Trait("Hazard", "HZ-49")]
    public void Summer_time_before_the_refill_is_said() => AssertAnswered("HZ-49");

    [Fact]
    public void Every_hazard_of_the_table_has_its_test_here()
    {
        var tested = typeof(IncidentTests)
            .GetMethods()
            .SelectMany(method => method.GetCustomAttributes<TraitAttribute>())
            .Where(trait => trait.Name == "Hazard")
            .Select(trait => trait.Value)
            .Order(StringComparer.Ordinal);
        var told = Incidents.All.Select(incident => incident.Hazard).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Assert.Equal(string.Join(' ', told), string.Join(' ', tested));
    }

    [Fact]
    public void Every_incident_is_a_file_and_every_file_an_incident()
    {
        AssertFiles(Incidents.All.Where(incident => !incident.IsRefused), "incidents");
        AssertFiles(Incidents.All.Where(incident => incident.IsRefused), "incidents/refused");
    }

    [Fact]
    public void Every_incident_is_named_as_its_file_and_says_what_happened_and_who_says_so()
    {
        foreach (var incident in Incidents.All)
        {
            var (about, source) = incident.Report;
            using var json = System.Text.Json.JsonDocument.Parse(Plans.ExampleBytes(incident.Example));
            Assert.Equal(incident.Name, json.RootElement.GetProperty("therapy").GetString());
            Assert.Contains("Assumed: ", about, StringComparison.Ordinal);
            Assert.True(Marks.Any(mark => source.Contains(mark, StringComparison.Ordinal)), $"{incident.Name}: its source has no mark");
        }
    }

    /// <summary>Of the hazards of therapies, HZ-01 to HZ-45, the guide names each: with a file, or with the reason why none can show it.</summary>
    [Fact]
    public void Every_hazard_has_a_file_or_a_reason_why_none_can_show_it()
    {
        var shown = Incidents.All.Select(incident => incident.Hazard).ToHashSet(StringComparer.Ordinal);
        var without = IncidentGuide.Without(IncidentGuide.Read());
        for (var number = 1; number <= 45; number++)
        {
            var hazard = string.Create(CultureInfo.InvariantCulture, $"HZ-{number:D2}");
            Assert.True(shown.Contains(hazard) ^ without.Contains(hazard, StringComparer.Ordinal), hazard);
        }
    }

    [Fact]
    public void The_guide_says_of_every_incident_what_Neuraxial_says()
    {
        var guide = IncidentGuide.Read();
        var renewed = IncidentGuide.Renewed(guide);
        if (Environment.GetEnvironmentVariable(IncidentGuide.Renew) is "1")
        {
            IncidentGuide.Write(renewed);
            return;
        }

        Assert.True(
            guide == renewed,
            $"examples/incidents/README.md is not what is said now: run this test with {IncidentGuide.Renew}=1, then read the difference."
        );
    }

    private static void AssertAnswered(string hazard)
    {
        var incidents = Incidents.All.Where(incident => incident.Hazard == hazard).ToList();
        Assert.NotEmpty(incidents);
        foreach (var incident in incidents)
        {
            if (incident.IsRefused)
            {
                AssertRefused(incident);
            }
            else
            {
                AssertFound(incident);
            }
        }
    }

    /// <summary>Each answer is a finding, and one at least is of a kind that stands against the hazard.</summary>
    private static void AssertFound(Incident incident)
    {
        var found = IncidentGuide.Found(incident);
        Assert.True(
            found.Any(finding => finding.Hazards.Concat(finding.Kind.Hazards).Contains(incident.Hazard, StringComparer.Ordinal)),
            $"{incident.Name}: nothing of what is said stands against {incident.Hazard}"
        );
    }

    /// <summary>Each answer is a problem, and there is no other: a file is refused for its incident and for nothing else.</summary>
    private static void AssertRefused(Incident incident)
    {
        var reading = TherapyFile.Read(Plans.ExampleBytes(incident.Example), Formulary.BuiltIn);
        Assert.Null(reading.Content);
        Assert.Equal(
            string.Join('\n', incident.Answers.Select(answer => answer.Code)),
            string.Join('\n', reading.Problems.Select(problem => problem.Path))
        );
        foreach (var (answer, problem) in incident.Answers.Zip(reading.Problems))
        {
            Assert.Contains(answer.Says, problem.Message, StringComparison.Ordinal);
        }
    }

    private static void AssertFiles(IEnumerable<Incident> incidents, string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Plans.Folder, folder), "*.json").Select(file => Path.GetFileNameWithoutExtension(file));
        Assert.Equal(
            string.Join('\n', incidents.Select(incident => incident.Name).Order(StringComparer.Ordinal)),
            string.Join('\n', files.Order(StringComparer.Ordinal))
        );
    }
}
