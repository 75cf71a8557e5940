using Xunit;

namespace Neuraxial.Tests.Examples;

/// <summary>
/// What the plan of every example must say, worked out by hand from the file: doses by concentration times flow, dates by volume over flow.
/// A fraction stands where no finite decimal is exact. Changes of infusate are in <see cref="ExampleChangeTests"/>.
/// </summary>
public sealed class ExamplePlanTests
{
    /// <summary>File; profile; mean flow; daily doses without demand boluses; the most in any 24 hours.</summary>
    public static TheoryData<string, string, string, string, string> Doses { get; } =
        new()
        {
            { "baclofen-concentration-fall", "spasticity", "0.4 mL/d", "baclofen 200 ug/d", "baclofen 200 ug/d" },
            { "baclofen-concentration-rise", "spasticity", "0.125 mL/d", "baclofen 250 ug/d", "baclofen 250 ug/d" },
            // 3 h x 0.04 + 9 h x 0.02 + 5 h x 0.032 + 7 h x 0.005714 = 0.499998 mL
            { "baclofen-flex", "spasticity", "0.499998 mL/d", "baclofen 249.999 ug/d", "baclofen 249.999 ug/d" },
            // Monday to Thursday 0.499998; Friday, whose night runs to 08:00, 0.511426; Saturday 0.447426; Sunday 0.435998; together 3.394842 mL a week.
            // The most: from Sunday 08:00, 0.12 + 0.18 + 0.096 + 0.039998, and Monday's first two hours at 0.04 = 0.515998 mL
            { "baclofen-flex-weekend", "spasticity", "3.394842/7 mL/d", "baclofen 1697.421/7 ug/d", "baclofen 257.999 ug/d" },
            { "baclofen-periodic", "spasticity", "0.12 mL/d", "baclofen 60 ug/d", "baclofen 60 ug/d" },
            { "cancer-epidural-clonidine", "epidural-cancer", "7.2 mL/d", "clonidine 720 ug/d", "clonidine 720 ug/d" },
            // 96 boluses of 0.1 mL on top of 4.8 mL
            {
                "cancer-epidural-diamorphine",
                "epidural-cancer",
                "120 mL/d",
                "diamorphine 2.4 mg/d, bupivacaine 180 mg/d",
                "diamorphine 2.4 mg/d, bupivacaine 180 mg/d"
            },
            {
                "cancer-intrathecal-external",
                "external-cancer",
                "4.8 mL/d",
                "morphine 2.4 mg/d, bupivacaine 22.8 mg/d",
                "morphine 7.2 mg/d, bupivacaine 68.4 mg/d"
            },
            {
                "cancer-intrathecal-external-increase",
                "external-cancer",
                "14.4 mL/d",
                "morphine 19.152 mg/d, bupivacaine 28.8 mg/d",
                "morphine 19.152 mg/d, bupivacaine 28.8 mg/d"
            },
            {
                "cancer-intrathecal-implanted",
                "implanted-cancer",
                "0.2 mL/d",
                "morphine 2 mg/d, bupivacaine 4 mg/d",
                "morphine 2 mg/d, bupivacaine 4 mg/d"
            },
            {
                "cancer-intrathecal-syringe-driver",
                "external-cancer",
                "4.8 mL/d",
                "morphine 2.4 mg/d, bupivacaine 24 mg/d",
                "morphine 2.4 mg/d, bupivacaine 24 mg/d"
            },
            // 72 boluses of 1 mL on top of 48 mL
            {
                "cancer-intrathecal-worksheet",
                "external-cancer",
                "9.6 mL/d",
                "morphine 4.8 mg/d, bupivacaine 45.6 mg/d",
                "morphine 4.8 mg/d, bupivacaine 45.6 mg/d"
            },
            {
                "labour-intrathecal-demand",
                "intrathecal-labour",
                "48 mL/d",
                "bupivacaine 30 mg/d, fentanyl 96 ug/d",
                "bupivacaine 75 mg/d, fentanyl 240 ug/d"
            },
            { "morphine-constant-flow", "implanted-cancer", "0.5 mL/d", "morphine 4 mg/d", "morphine 4 mg/d" },
            // 6 boluses of 0.015 mL on top of 0.4 mL
            { "morphine-demand-implanted", "implanted-cancer", "0.4 mL/d", "morphine 8 mg/d", "morphine 9.8 mg/d" },
            { "morphine-refill", "implanted-noncancer", "0.5 mL/d", "morphine 0.6 mg/d", "morphine 0.6 mg/d" },
            {
                "postoperative-epidural-by-weight",
                "epidural-postoperative",
                "168 mL/d",
                "levobupivacaine 168 mg/d, sufentanil 168 ug/d",
                "levobupivacaine 168 mg/d, sufentanil 168 ug/d"
            },
            // 72 boluses of 5 mL on top of 240 mL
            { "postoperative-epidural-demand", "epidural-postoperative", "240 mL/d", "levobupivacaine 150 mg/d", "levobupivacaine 375 mg/d" },
            {
                "postoperative-epidural-dilution",
                "epidural-postoperative",
                "96 mL/d",
                "bupivacaine 192 mg/d, morphine 5.76 mg/d",
                "bupivacaine 192 mg/d, morphine 5.76 mg/d"
            },
            {
                "postoperative-epidural-morphine",
                "epidural-postoperative",
                "96 mL/d",
                "bupivacaine 192 mg/d, morphine 4.8 mg/d",
                "bupivacaine 192 mg/d, morphine 4.8 mg/d"
            },
            {
                "three-drug-mixture",
                "implanted-cancer",
                "1 mL/d",
                "morphine 3.5 mg/d, ropivacaine 7.5 mg/d, ziconotide 1 ug/d",
                "morphine 3.5 mg/d, ropivacaine 7.5 mg/d, ziconotide 1 ug/d"
            },
            { "ziconotide-first-fill", "implanted-noncancer", "0.096 mL/d", "ziconotide 2.4 ug/d", "ziconotide 2.4 ug/d" },
        };

    /// <summary>File; low; empty; stable until; service limit; reason of the refill date; the same date with all demand boluses, if it differs.</summary>
    public static TheoryData<string, string?, string, string?, string?, string, string?> Dates { get; } =
        new()
        {
            // Bridge 4 d with 0.4 mL, then (16 - 0.4) / 0.4 = 39 d
            { "baclofen-concentration-fall", "2027-01-06T10:00:00Z", "2027-01-16T10:00:00Z", null, "2027-02-22T10:00:00Z", "volume", null },
            // Bridge 0.6716 d with 0.3358 mL, then (16 - 0.3358) / 0.125 = 125.3136 d
            { "baclofen-concentration-rise", "2027-03-30T09:38:41Z", "2027-05-01T09:38:41Z", null, "2027-02-22T10:00:00Z", "service-limit", null },
            // 32 days make 15.999936 mL; the last 0.000064 mL take 11.52 s at 0.02 mL/h
            { "baclofen-flex", "2026-11-13T08:00:11Z", "2026-11-21T08:00:14Z", null, "2027-01-10T08:00:00Z", "volume", null },
            { "baclofen-flex-weekend", "2026-12-25T21:46:12Z", "2027-01-03T09:40:25Z", null, "2027-02-21T06:00:00Z", "volume", null },
            // 133 boluses and 0.04 of 0.12 mL: a third of the half hour of the next
            { "baclofen-periodic", "2027-04-06T07:10:00Z", "2027-05-09T07:20:00Z", null, "2027-02-22T07:00:00Z", "service-limit", null },
            { "cancer-epidural-clonidine", null, "2026-10-12T06:40:00Z", null, null, "volume", null },
            // 100 / 4.8 d and 100 / 14.4 d
            // 250 / 120 d = 50 h; the bag of M5 keeps 24 h at 25-45 Cel
            { "cancer-epidural-diamorphine", null, "2026-11-26T12:00:00Z", "2026-11-25T10:00:00Z", null, "stability", null },
            { "cancer-intrathecal-external", null, "2026-12-15T06:30:00Z", null, null, "volume", "2026-12-01T09:10:00Z" },
            // Bridge 0.9 / 19.152 d, then 99.1 / 14.4 d
            { "cancer-intrathecal-external-increase", null, "2026-09-13T23:32:40Z", null, null, "volume", null },
            // Bridge 3.1 d with 0.31 mL, then (38 - 0.31) / 0.2 = 188.45 d
            { "cancer-intrathecal-implanted", "2027-06-03T23:12:00Z", "2027-06-13T23:12:00Z", null, "2027-02-22T10:00:00Z", "service-limit", null },
            { "cancer-intrathecal-syringe-driver", null, "2026-12-03T17:00:00Z", null, null, "volume", null },
            // 100 / 9.6 d = 250 h
            { "cancer-intrathecal-worksheet", null, "2026-12-04T20:00:00Z", null, null, "volume", null },
            { "labour-intrathecal-demand", null, "2026-11-26T05:20:00Z", null, null, "volume", "2026-11-24T23:20:00Z" },
            { "morphine-constant-flow", null, "2027-01-03T10:00:00Z", "2027-02-22T10:00:00Z", "2027-02-22T10:00:00Z", "volume", null },
            // 17 / 0.4 = 42.5 d, 17 / 0.49 = 34.694 d
            {
                "morphine-demand-implanted",
                "2027-01-06T03:00:00Z",
                "2027-01-13T15:00:00Z",
                "2027-02-22T15:00:00Z",
                "2027-02-22T15:00:00Z",
                "volume",
                "2026-12-29T07:39:11Z"
            },
            { "morphine-refill", "2026-08-06T08:00:00Z", "2026-08-10T08:00:00Z", "2026-09-29T08:00:00Z", "2026-09-29T08:00:00Z", "volume", null },
            { "postoperative-epidural-by-weight", null, "2026-11-26T07:42:51Z", null, null, "volume", null },
            { "postoperative-epidural-demand", null, "2026-11-25T14:40:00Z", null, null, "volume", "2026-11-25T02:40:00Z" },
            { "postoperative-epidural-dilution", null, "2026-11-24T21:30:00Z", null, null, "volume", null },
            { "postoperative-epidural-morphine", null, "2026-11-25T13:00:00Z", null, null, "volume", null },
            // R12: nothing is known of this mixture, so that the rule for a first fill of ziconotide holds, 14 days after 4 May
            {
                "three-drug-mixture",
                "2026-05-22T07:00:00Z",
                "2026-05-24T07:00:00Z",
                "2026-05-18T07:00:00Z",
                "2026-08-02T07:00:00Z",
                "stability",
                null
            },
            {
                "ziconotide-first-fill",
                "2027-06-28T02:30:00Z",
                "2027-07-18T22:30:00Z",
                "2027-01-26T10:30:00Z",
                "2027-04-12T10:30:00Z",
                "stability",
                null
            },
        };

    /// <summary>File; fluid path; how long the program takes to fill it. The others have no known path.</summary>
    public static TheoryData<string, string, string> Paths { get; } =
        new()
        {
            { "baclofen-concentration-fall", "0.4 mL", "24 h" },
            { "baclofen-concentration-rise", "0.3358 mL", "64.4736 h" },
            // From 09:00: 9 h x 0.02 = 0.18 mL, then 0.1448 mL at 0.032 mL/h
            { "baclofen-flex", "0.3248 mL", "13.525 h" },
            // From Monday 06:00: 0.12 + 0.18 mL in 12 h, then 0.0248 mL at 0.032 mL/h
            { "baclofen-flex-weekend", "0.3248 mL", "12.775 h" },
            // Two boluses, then 0.0848 mL of the third at 0.12 mL in half an hour
            { "baclofen-periodic", "0.3248 mL", "145.06/3 h" },
            { "cancer-intrathecal-external", "0.9 mL", "4.5 h" },
            { "cancer-intrathecal-external-increase", "0.9 mL", "1.5 h" },
            { "cancer-intrathecal-implanted", "0.31 mL", "37.2 h" },
            { "ziconotide-first-fill", "0.3248 mL", "81.2 h" },
        };

    /// <summary>File; every kind of finding that its plan holds. None of them blocks.</summary>
    public static TheoryData<string, string> Findings { get; } =
        new()
        {
            {
                "baclofen-concentration-fall",
                "abrupt-stop achievable-unknown compounding-product-not-stated figure-unverified fill-at-once medicines-unknown patient-unknown product-unknown reservoir-mixed stability-unknown"
            },
            {
                "baclofen-concentration-rise",
                "abrupt-stop achievable-unknown compounding-product-not-stated figure-unverified fill-at-once medicines-unknown patient-unknown product-unknown reservoir-mixed stability-unknown"
            },
            {
                "baclofen-flex",
                "abrupt-stop achievable-unknown clock-shifts compounding-product-not-stated figure-unverified fill-at-once medicines-unknown patient-unknown priming-mixes product-unknown stability-unknown"
            },
            {
                "baclofen-flex-weekend",
                "abrupt-stop achievable-unknown compounding-product-not-stated figure-unverified fill-at-once medicines-unknown patient-unknown priming-mixes product-unknown stability-unknown"
            },
            {
                "baclofen-periodic",
                "abrupt-stop achievable-unknown compounding-product-not-stated figure-unverified fill-at-once limit-daily-dose medicines-unknown patient-unknown priming-mixes product-unknown stability-unknown"
            },
            {
                "cancer-epidural-clonidine",
                "compounding-product-not-stated drug-off-label figure-unverified fluid-path-unknown medicines-unknown occlusion-late patient-unknown product-unknown stability-unknown"
            },
            {
                "cancer-epidural-diamorphine",
                "drug-off-label figure-unverified fluid-path-unknown limit-none medicines-unknown patient-unknown product-risk-assessment"
            },
            {
                "cancer-intrathecal-external",
                "compounding-product-not-stated drug-off-label expected-use-unknown figure-unverified limit-daily-dose limit-start-dose limits-unverified medicines-unknown observation-interval-unknown occlusion-late product-unknown stability-unknown"
            },
            {
                "cancer-intrathecal-external-increase",
                "bridge-other-drug compounding-product-not-stated dose-changed drug-off-label figure-unverified limit-daily-dose limits-unverified medicines-unknown observation-interval-unknown patient-unknown product-unknown stability-unknown"
            },
            {
                "cancer-intrathecal-implanted",
                "achievable-unknown bridge-other-drug contraindication dose-changed drug-not-labelled-for-pump drug-off-label figure-unverified fill-at-once interaction limit-flow-range limits-unverified observation-interval-unknown product-risk-assessment product-unknown reservoir-mixed stability-unknown"
            },
            {
                "cancer-intrathecal-syringe-driver",
                "compounding-impossible drug-off-label figure-unverified fluid-path-unknown limit-start-dose limits-unverified medicines-unknown observation-interval-unknown occlusion-late patient-unknown product-unknown pump-flow-unknown stability-unknown"
            },
            {
                "cancer-intrathecal-worksheet",
                "drug-off-label figure-unverified fluid-path-unknown limit-daily-dose limit-start-dose limits-unverified medicines-unknown observation-interval-unknown occlusion-late patient-unknown product-risk-assessment stability-unknown"
            },
            {
                "labour-intrathecal-demand",
                "compounding-product-not-stated drug-off-label expected-use-unknown figure-unverified fluid-path-unknown limit-none limits-unverified medicines-unknown observation-interval-unknown patient-unknown product-unknown stability-unknown"
            },
            {
                "morphine-constant-flow",
                "compounding-product-not-stated drug-not-labelled-for-pump drug-off-label figure-unverified fill-at-once fluid-path-unknown limit-start-dose limits-unverified medicines-unknown patient-unknown product-unknown stability-unstated"
            },
            {
                "morphine-demand-implanted",
                "compounding-diluent-unknown compounding-product-not-stated drug-off-label figure-unverified fill-at-once fluid-path-unknown limit-start-dose limits-unverified medicines-unknown patient-unknown product-unknown pump-basal-unknown pump-lockout-unknown stability-unstated"
            },
            {
                "morphine-refill",
                "achievable-unknown compounding-product-not-stated drug-off-label figure-unverified fill-at-once fluid-path-unknown limits-unverified medicines-unknown patient-unknown product-unknown stability-unstated"
            },
            {
                "postoperative-epidural-by-weight",
                "achievable-unknown compounding-impossible drug-off-label fluid-path-unknown limit-duration limit-none medicines-unknown patient-unknown product-unknown stability-unknown"
            },
            {
                "postoperative-epidural-demand",
                "compounding-product-not-stated expected-use-unknown figure-unverified fluid-path-unknown limit-duration medicines-unknown patient-unknown product-unknown stability-unknown"
            },
            {
                "postoperative-epidural-dilution",
                "compounding-serial-dilution drug-off-label figure-unverified fluid-path-unknown limit-duration medicines-unknown patient-unknown product-risk-assessment stability-unknown"
            },
            {
                "postoperative-epidural-morphine",
                "compounding-product-not-stated drug-off-label figure-unverified fluid-path-unknown limit-duration medicines-unknown patient-unknown product-unknown stability-unknown"
            },
            {
                "three-drug-mixture",
                "achievable-unknown compounding-product-not-stated drug-not-labelled-for-pump drug-off-label figure-unverified fill-at-once fluid-path-unknown limit-concentration limit-flow-range limit-none limit-refill-interval limit-start-dose limits-unverified medicines-unknown patient-unknown product-unknown stability-unknown"
            },
            {
                "ziconotide-first-fill",
                "achievable-unknown compounding-product-not-stated drug-off-label figure-unverified fill-at-once limit-flow-range limit-start-dose limits-unverified medicines-unknown patient-unknown priming-mixes product-unknown"
            },
        };

    [Theory]
    [Trait("Hazard", "HZ-12")]
    [MemberData(nameof(Doses))]
    public void Doses_are_concentration_times_flow(string name, string profile, string mean, string basal, string most)
    {
        var plan = Plans.Example(name);
        Assert.Equal(profile, plan.Profile);
        Amount.IsExactly(mean, plan.Program.Mean.ToString());
        AssertDoses(basal, plan.Program.Basal);
        AssertDoses(most, plan.Program.Maximum);
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void Dates_are_volume_over_flow_or_what_comes_before(
        string name,
        string? low,
        string empty,
        string? stable,
        string? service,
        string reason,
        string? all
    )
    {
        var plan = Plans.Example(name);
        var dates = plan.Refill;
        Assert.Equal((low, empty, stable, service), (dates.LowAt.Text(), dates.EmptyAt.Text(), dates.StableUntil.Text(), dates.ServiceUntil.Text()));
        Assert.Equal(reason, RefillDates.Reasons.Word(dates.Reason!.Value));
        Assert.Equal(
            reason switch
            {
                "stability" => stable,
                "service-limit" => service,
                _ => low ?? empty,
            },
            dates.RefillBy.Text()
        );
        Assert.Equal(all ?? dates.RefillBy.Text(), plan.RefillWithAll.RefillBy.Text());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_fluid_path_delays_the_drug(string name, string volume, string delay)
    {
        var path = Plans.Example(name).FluidPath!;
        Amount.IsExactly(volume, path.Path.Volume.ToString());
        Amount.IsExactly(delay, QuantityText.Write(path.Delay!.Value));
    }

    [Theory]
    [MemberData(nameof(Findings))]
    public void Findings_name_what_a_reader_must_know_and_nothing_else(string name, string codes)
    {
        var plan = Plans.Example(name);
        Assert.Equal(
            codes,
            string.Join(' ', plan.Findings.Select(finding => finding.Kind.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        );
        Assert.False(plan.IsBlocked);
    }

    [Fact]
    public void Every_example_is_held_to_its_numbers()
    {
        AssertNames(Plans.ExampleNames, Doses.Select(row => row.Data.Item1));
        AssertNames(Plans.ExampleNames, Dates.Select(row => row.Data.Item1));
        AssertNames(Plans.ExampleNames, Findings.Select(row => row.Data.Item1));
        AssertNames(Plans.ExampleNames.Where(name => Plans.Example(name).FluidPath is not null), Paths.Select(row => row.Data.Item1));
    }

    [Fact]
    public void Every_example_is_named_as_its_file_and_says_what_it_shows_and_where_from()
    {
        foreach (var name in Plans.ExampleNames)
        {
            using var json = System.Text.Json.JsonDocument.Parse(Plans.ExampleBytes(name));
            Assert.Equal(name, json.RootElement.GetProperty("therapy").GetString());
            Assert.True(json.RootElement.GetProperty("about").GetString()!.Length > 40, name);
            Assert.True(json.RootElement.GetProperty("source").GetString()!.Length > 20, name);
        }
    }

    private static void AssertDoses(string expected, IReadOnlyList<DrugDose> actual)
    {
        var doses = expected.Split(", ").Select(dose => dose.Split(' ', 2)).ToList();
        AssertNames(doses.Select(dose => dose[0]), actual.Select(dose => dose.Drug.Id));
        foreach (var (dose, found) in doses.Zip(actual))
        {
            Amount.IsExactly(dose[1], found.Dose.ToString());
        }
    }

    private static void AssertNames(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(string.Join(' ', expected), string.Join(' ', actual));
}
