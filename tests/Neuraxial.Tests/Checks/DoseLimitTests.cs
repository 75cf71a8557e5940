using Xunit;

namespace Neuraxial.Tests.Checks;

/// <summary>
/// R3, R5, R6, R8, R9, R15, R16, R17, R18 and what the formulary says beyond them: the dose in 24 hours, in an hour and at once, each just inside and just
/// outside. The numbers are those of the formulary reference, part 5.2 (R) and parts 1.3 and 1.4 (F).
/// </summary>
public sealed class DoseLimitTests
{
    /// <summary>Limit; profile; drug; dose; answer.</summary>
    public static TheoryData<string, string, string, string, string> Daily { get; } =
        new()
        {
            // R3: soft 15, hard 20; with cancer 25 by two persons
            { "R3-implanted-noncancer", "implanted-noncancer", "morphine", "15 mg/d", "-" },
            { "R3-implanted-noncancer", "implanted-noncancer", "morphine", "15.01 mg/d", "confirm" },
            { "R3-implanted-noncancer", "implanted-noncancer", "morphine", "20 mg/d", "confirm" },
            { "R3-implanted-noncancer", "implanted-noncancer", "morphine", "20.01 mg/d", "block" },
            { "R3-implanted-cancer", "implanted-cancer", "morphine", "15 mg/d", "-" },
            { "R3-implanted-cancer", "implanted-cancer", "morphine", "15.01 mg/d", "confirm" },
            { "R3-implanted-cancer", "implanted-cancer", "morphine", "20 mg/d", "confirm" },
            { "R3-implanted-cancer", "implanted-cancer", "morphine", "20.01 mg/d", "confirm, two persons" },
            { "R3-implanted-cancer", "implanted-cancer", "morphine", "25 mg/d", "confirm, two persons" },
            { "R3-implanted-cancer-ceiling", "implanted-cancer", "morphine", "25 mg/d", "-" },
            { "R3-implanted-cancer-ceiling", "implanted-cancer", "morphine", "25.01 mg/d", "block" },
            { "R3-external-cancer", "external-cancer", "morphine", "15 mg/d", "-" },
            { "R3-external-cancer", "external-cancer", "morphine", "15.01 mg/d", "confirm" },
            { "R3-external-cancer", "external-cancer", "morphine", "20.01 mg/d", "confirm, two persons" },
            { "R3-external-cancer-ceiling", "external-cancer", "morphine", "25 mg/d", "-" },
            { "R3-external-cancer-ceiling", "external-cancer", "morphine", "25.01 mg/d", "block" },
            { "R3-other-intrathecal", "external-noncancer", "morphine", "15 mg/d", "-" },
            { "R3-other-intrathecal", "external-noncancer", "morphine", "15.01 mg/d", "confirm" },
            // R5: 4, then 10, then 15
            { "R5-first", "implanted-cancer", "hydromorphone", "4 mg/d", "-" },
            { "R5-first", "implanted-cancer", "hydromorphone", "4.01 mg/d", "confirm" },
            { "R5", "implanted-cancer", "hydromorphone", "10.01 mg/d", "confirm" },
            { "R5", "implanted-cancer", "hydromorphone", "15 mg/d", "confirm" },
            { "R5", "implanted-cancer", "hydromorphone", "15.01 mg/d", "block" },
            // R6: implanted soft 15, hard 25 without cancer; external soft 30, hard 60 by two persons
            { "R6-implanted-noncancer", "implanted-noncancer", "bupivacaine", "15 mg/d", "-" },
            { "R6-implanted-noncancer", "implanted-noncancer", "bupivacaine", "15.01 mg/d", "confirm" },
            { "R6-implanted-noncancer", "implanted-noncancer", "bupivacaine", "25 mg/d", "confirm" },
            { "R6-implanted-noncancer", "implanted-noncancer", "bupivacaine", "25.01 mg/d", "block" },
            { "R6-implanted-cancer", "implanted-cancer", "bupivacaine", "15 mg/d", "-" },
            { "R6-implanted-cancer", "implanted-cancer", "bupivacaine", "15.01 mg/d", "confirm" },
            { "R6-implanted-cancer", "implanted-cancer", "bupivacaine", "25.01 mg/d", "confirm" },
            { "R6-external-cancer", "external-cancer", "bupivacaine", "30 mg/d", "-" },
            { "R6-external-cancer", "external-cancer", "bupivacaine", "30.01 mg/d", "confirm" },
            { "R6-external-cancer", "external-cancer", "bupivacaine", "60 mg/d", "confirm" },
            { "R6-external-cancer", "external-cancer", "bupivacaine", "60.01 mg/d", "confirm, two persons" },
            // R8: soft 600, hard 1000
            { "R8", "implanted-cancer", "clonidine", "600 ug/d", "-" },
            { "R8", "implanted-cancer", "clonidine", "600.1 ug/d", "confirm" },
            { "R8", "implanted-cancer", "clonidine", "1000 ug/d", "confirm" },
            { "R8", "implanted-cancer", "clonidine", "1000.1 ug/d", "block" },
            // R15: soft 800, hard 1000 by two persons
            { "R15", "spasticity", "baclofen", "800 ug/d", "-" },
            { "R15", "spasticity", "baclofen", "800.1 ug/d", "confirm" },
            { "R15", "spasticity", "baclofen", "1000 ug/d", "confirm" },
            { "R15", "spasticity", "baclofen", "1000.1 ug/d", "confirm, two persons" },
            // The lower end: too little is withdrawal
            { "F2-baclofen-lowest", "spasticity", "baclofen", "90 ug/d", "-" },
            { "F2-baclofen-lowest", "spasticity", "baclofen", "89.9 ug/d", "warn" },
            // R16: 400 mg in 24 h
            { "R16-daily-levobupivacaine", "epidural-postoperative", "levobupivacaine", "400 mg/d", "-" },
            { "R16-daily-levobupivacaine", "epidural-postoperative", "levobupivacaine", "400.1 mg/d", "block" },
            { "R16-daily-bupivacaine", "epidural-cancer", "bupivacaine", "400 mg/d", "-" },
            { "R16-daily-bupivacaine", "epidural-cancer", "bupivacaine", "400.1 mg/d", "block" },
            // R18 where no label is stated: the strictest
            { "R18-daily-uk", "epidural-postoperative", "ropivacaine", "675 mg/d", "-" },
            { "R18-daily-uk", "epidural-postoperative", "ropivacaine", "675.1 mg/d", "block" },
            { "R18-daily", "epidural-postoperative", "ropivacaine", "800.1 mg/d", "block" },
            // Beyond the rules: 1.3 and 1.4
            { "F5-morphine-epidural", "epidural-cancer", "morphine", "20 mg/d", "-" },
            { "F5-morphine-epidural", "epidural-cancer", "morphine", "20.01 mg/d", "confirm" },
            { "F5-morphine-epidural", "epidural-cancer", "morphine", "30.01 mg/d", "confirm, two persons" },
            { "F5-clonidine-epidural-daily", "epidural-cancer", "clonidine", "960 ug/d", "-" },
            { "F5-clonidine-epidural-daily", "epidural-cancer", "clonidine", "960.1 ug/d", "confirm" },
            { "F5-fentanyl", "implanted-cancer", "fentanyl", "1000 ug/d", "-" },
            { "F5-fentanyl", "implanted-cancer", "fentanyl", "1000.1 ug/d", "confirm" },
            { "F5-sufentanil", "implanted-cancer", "sufentanil", "100 ug/d", "-" },
            { "F5-sufentanil", "implanted-cancer", "sufentanil", "100.1 ug/d", "confirm" },
            { "F5-sufentanil", "implanted-cancer", "sufentanil", "500.1 ug/d", "confirm, two persons" },
        };

    /// <summary>Jurisdiction; limit; dose of ziconotide; answer. US 19.2, EU and UK 21.6 microgram a day; soft 9.6 everywhere.</summary>
    public static TheoryData<string?, string, string, string> Ziconotide { get; } =
        new()
        {
            { "us", "R9-us", "9.6 ug/d", "-" },
            { "us", "R9-us", "9.61 ug/d", "confirm" },
            { "us", "R9-us", "19.2 ug/d", "confirm" },
            { "us", "R9-us", "19.21 ug/d", "block" },
            { "eu", "R9-eu", "21.6 ug/d", "confirm" },
            { "eu", "R9-eu", "21.61 ug/d", "block" },
            { "eu", "R9-us", "19.21 ug/d", "-" },
            { "uk", "R9-uk", "21.6 ug/d", "confirm" },
            { "uk", "R9-uk", "21.61 ug/d", "block" },
            { null, "R9-us", "19.21 ug/d", "block" },
        };

    /// <summary>Limit; drug; dose an hour; answer.</summary>
    public static TheoryData<string, string, string, string> Hourly { get; } =
        new()
        {
            { "R16-hourly-levobupivacaine", "levobupivacaine", "18.75 mg/h", "-" },
            { "R16-hourly-levobupivacaine", "levobupivacaine", "18.76 mg/h", "confirm" },
            { "R16-hourly-bupivacaine", "bupivacaine", "18.75 mg/h", "-" },
            { "R16-hourly-bupivacaine", "bupivacaine", "18.76 mg/h", "confirm" },
            { "R18-hourly", "ropivacaine", "28 mg/h", "-" },
            { "R18-hourly", "ropivacaine", "28.01 mg/h", "confirm" },
            { "F5-clonidine-epidural", "clonidine", "40 ug/h", "-" },
            { "F5-clonidine-epidural", "clonidine", "40.01 ug/h", "confirm" },
        };

    /// <summary>Limit; patient; profile; drug; first daily dose; answer.</summary>
    public static TheoryData<string, string?, string, string, string, string> Starts { get; } =
        new()
        {
            // R1: naive, soft 0.5, hard 1
            { "R1", "opioid-naive", "implanted-noncancer", "morphine", "0.5 mg/d", "-" },
            { "R1", "opioid-naive", "implanted-noncancer", "morphine", "0.51 mg/d", "confirm" },
            { "R1", "opioid-naive", "implanted-noncancer", "morphine", "1 mg/d", "confirm" },
            { "R1", "opioid-naive", "implanted-noncancer", "morphine", "1.01 mg/d", "block" },
            { "R1", "opioid-tolerant", "implanted-noncancer", "morphine", "1.01 mg/d", "-" },
            // R2: tolerant, soft 5, hard 10
            { "R2", "opioid-tolerant", "implanted-noncancer", "morphine", "5 mg/d", "-" },
            { "R2", "opioid-tolerant", "implanted-noncancer", "morphine", "5.01 mg/d", "confirm" },
            { "R2", "opioid-tolerant", "implanted-noncancer", "morphine", "10 mg/d", "confirm" },
            { "R2", "opioid-tolerant", "implanted-noncancer", "morphine", "10.01 mg/d", "block" },
            { "R2", "opioid-naive", "implanted-noncancer", "morphine", "10.01 mg/d", "-" },
            // Nobody knows whether the patient is used to opioids
            { "R1", null, "implanted-noncancer", "morphine", "0.5 mg/d", "-" },
            { "R1", null, "implanted-noncancer", "morphine", "0.51 mg/d", "unknown" },
            { "R2", null, "implanted-noncancer", "morphine", "5.01 mg/d", "unknown" },
            { "F4-ziconotide-start", null, "implanted-noncancer", "ziconotide", "1.2 ug/d", "-" },
            { "F4-ziconotide-start", null, "implanted-noncancer", "ziconotide", "1.21 ug/d", "warn" },
            { "F4-ziconotide-start", null, "implanted-noncancer", "ziconotide", "2.4 ug/d", "warn" },
            { "F4-ziconotide-start", null, "implanted-noncancer", "ziconotide", "2.41 ug/d", "block" },
            { "F4-bupivacaine-start", null, "implanted-noncancer", "bupivacaine", "4 mg/d", "-" },
            { "F4-bupivacaine-start", null, "implanted-noncancer", "bupivacaine", "4.01 mg/d", "warn" },
            { "F4-bupivacaine-start-cancer", null, "implanted-cancer", "bupivacaine", "7.5 mg/d", "-" },
            { "F4-bupivacaine-start-cancer", null, "implanted-cancer", "bupivacaine", "7.51 mg/d", "warn" },
            { "F4-hydromorphone-start", null, "implanted-cancer", "hydromorphone", "0.15 mg/d", "-" },
            { "F4-hydromorphone-start", null, "implanted-cancer", "hydromorphone", "0.151 mg/d", "warn" },
            { "F4-fentanyl-start", null, "implanted-cancer", "fentanyl", "75 ug/d", "-" },
            { "F4-fentanyl-start", null, "implanted-cancer", "fentanyl", "75.1 ug/d", "warn" },
            { "F4-sufentanil-start", null, "implanted-cancer", "sufentanil", "20 ug/d", "-" },
            { "F4-sufentanil-start", null, "implanted-cancer", "sufentanil", "20.1 ug/d", "warn" },
            { "F4-clonidine-start", null, "implanted-cancer", "clonidine", "100 ug/d", "-" },
            { "F4-clonidine-start", null, "implanted-cancer", "clonidine", "100.1 ug/d", "warn" },
            { "F4-morphine-epidural-naive", "opioid-naive", "epidural-cancer", "morphine", "7.5 mg/d", "-" },
            { "F4-morphine-epidural-naive", "opioid-naive", "epidural-cancer", "morphine", "7.51 mg/d", "confirm" },
            { "F4-morphine-epidural-tolerant", "opioid-tolerant", "epidural-cancer", "morphine", "10 mg/d", "-" },
            { "F4-morphine-epidural-tolerant", "opioid-tolerant", "epidural-cancer", "morphine", "10.01 mg/d", "confirm" },
        };

    [Theory]
    [MemberData(nameof(Daily))]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-22")]
    public void The_dose_in_24_hours_just_inside_and_just_outside(string limit, string profile, string drug, string dose, string answer) =>
        Assert.Equal(answer, Checked.Answer(limit, Checked.Running(profile, drug, dose)));

    [Theory]
    [MemberData(nameof(Ziconotide))]
    [Trait("Hazard", "HZ-01")]
    public void Each_jurisdiction_has_its_own_limit_of_ziconotide(string? jurisdiction, string limit, string dose, string answer)
    {
        (string, string?)[] changes = Checked.Running("implanted-noncancer", "ziconotide", dose, "25 ug/mL");
        Assert.Equal(answer, Checked.Answer(limit, jurisdiction is null ? changes : [.. changes, ("jurisdiction", jurisdiction)]));
    }

    [Theory]
    [MemberData(nameof(Hourly))]
    [Trait("Hazard", "HZ-04")]
    public void The_dose_in_an_hour_just_inside_and_just_outside(string limit, string drug, string dose, string answer) =>
        Assert.Equal(answer, Checked.Answer(limit, Checked.Running("epidural-postoperative", drug, dose)));

    [Theory]
    [MemberData(nameof(Starts))]
    [Trait("Hazard", "HZ-01")]
    [Trait("Hazard", "HZ-21")]
    public void The_first_dose_just_inside_and_just_outside(string limit, string? patient, string profile, string drug, string dose, string answer)
    {
        (string, string?)[] changes = Checked.Therapy(profile, drug, dose);
        Assert.Equal(answer, Checked.Answer(limit, patient is null ? changes : [.. changes, ("patient.conditions", $"[\"{patient}\"]")]));
    }

    [Theory]
    // The list of opioids tells whether the patient is used to them
    [InlineData("[]", "block")]
    [InlineData("""[{ "drug": "morphine", "route": "oral", "dose": "120 mg/d" }]""", "-")]
    [InlineData("""[{ "drug": "morphine", "route": "oral", "dose": "0 mg/d" }]""", "block")]
    public void Current_opioids_make_a_patient_tolerant(string opioids, string answer) =>
        Assert.Equal(answer, Checked.Answer("R1", [.. Checked.Therapy("implanted-cancer", "morphine", "2 mg/d"), ("currentOpioids", opioids)]));

    [Fact]
    public void A_drug_that_ran_before_is_no_start() =>
        Assert.Equal(
            "-",
            Checked.Answer("R2", [.. Checked.Running("implanted-cancer", "morphine", "12 mg/d"), ("patient.conditions", "[\"opioid-tolerant\"]")])
        );

    [Theory]
    // Without the patient's boluses 12 mg a day; 1.5 mg each: two of them make 15, three 16.5
    [InlineData(2, "-")]
    [InlineData(3, "confirm")]
    [Trait("Hazard", "HZ-43")]
    public void Demand_boluses_count_into_the_worst_24_hours(int count, string answer)
    {
        var program = $$"""
            { "mode": "continuous", "rate": "6 mL/d", "demand": { "dose": "0.75 mL", "duration": "10 min", "lockout": "1 h", "maximum": { "count": {{count}}, "per": "24 h" } } }
            """;
        var plan = Plans.Of([.. Checked.Running("external-cancer", "morphine", "12 mg/d"), ("program", program)]);
        Assert.Equal(answer, plan.Answer("R3-external-cancer"));
    }

    [Theory]
    // 720 microgram at 70 kg; at 35 kg half of that
    [InlineData("70 kg", "720 ug/d", "-")]
    [InlineData("70 kg", "720.1 ug/d", "block")]
    [InlineData("100 kg", "720.1 ug/d", "block")]
    [InlineData("35 kg", "360 ug/d", "-")]
    [InlineData("35 kg", "360.1 ug/d", "confirm")]
    [InlineData(null, "100 ug/d", "unknown")]
    [Trait("Hazard", "HZ-21")]
    public void Fentanyl_of_the_premix_goes_by_weight(string? weight, string dose, string answer)
    {
        (string, string?)[] changes =
        [
            .. Checked.Therapy("epidural-postoperative", "fentanyl", dose),
            (
                "infusate",
                """{ "drugs": [{ "drug": "fentanyl", "concentration": "2 ug/mL" }, { "drug": "bupivacaine", "concentration": "1 mg/mL" }] }"""
            ),
        ];
        Assert.Equal(answer, Checked.Answer("R17", weight is null ? changes : [.. changes, ("patient.weight", weight)]));
    }

    [Theory]
    [InlineData("levobupivacaine", "F7-levobupivacaine", "75 mL", "-")]
    [InlineData("levobupivacaine", "F7-levobupivacaine", "75.1 mL", "block")]
    [InlineData("ropivacaine", "F7-ropivacaine", "125 mL", "-")]
    [InlineData("ropivacaine", "F7-ropivacaine", "125.1 mL", "block")]
    [Trait("Hazard", "HZ-22")]
    public void A_bolus_of_2_mg_per_mL_just_inside_and_just_outside(string drug, string limit, string bolus, string answer)
    {
        var program = $$"""{ "mode": "continuous", "rate": "1 mL/h", "demand": { "dose": "{{bolus}}", "lockout": "4 h" } }""";
        Assert.Equal(answer, Checked.Answer(limit, [.. Checked.Running("epidural-labour", drug, "2 mg/h"), ("program", program)]));
    }

    [Theory]
    [InlineData("diamorphine", "implanted-cancer")]
    [InlineData("levobupivacaine", "external-cancer")]
    [InlineData("buprenorphine", "external-cancer")]
    [InlineData("sufentanil", "epidural-postoperative")]
    [Trait("Hazard", "HZ-08")]
    public void Where_no_limit_is_on_file_that_is_said(string drug, string profile)
    {
        var finding = Plans.Of(Checked.Therapy(profile, drug, "1 mg/d")).The(FindingKinds.LimitNone);
        Assert.Equal(Severity.Unknown, finding.Severity);
        Assert.Contains(drug, finding.Message, StringComparison.Ordinal);
        Plans.Of(Checked.Therapy("implanted-cancer", "morphine", "1 mg/d")).HasNo(FindingKinds.LimitNone);
    }

    [Theory]
    // 20 ÷ 3 has no end in decimals: what comes back from the flow is 20 mg and a part in ten thousand quadrillion
    [InlineData("3 mg/mL")]
    [InlineData("7 mg/mL")]
    [InlineData("13 mg/mL")]
    public void What_division_leaves_passes_no_limit(string strength) =>
        Assert.Equal("-", Checked.Answer("R3-implanted-cancer", Checked.Running("implanted-cancer", "morphine", "15 mg/d", strength)));
}
