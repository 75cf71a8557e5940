using System.Text.Json;

namespace Neuraxial.Tests.Examples;

/// <summary>What Neuraxial must say to an incident.</summary>
/// <param name="Severity"><c>block</c>, <c>confirm</c>, <c>confirm, two persons</c>, <c>unknown</c>, <c>warn</c>; <c>refused</c> for a file that is not read.</param>
/// <param name="Code">The finding's code; of a refused file the path of the problem.</param>
/// <param name="Says">What its sentence must hold: the number that a person would work out.</param>
internal sealed record IncidentAnswer(string Severity, string Code, string Says);

/// <summary>One reported incident as a therapy file, <c>examples/incidents/hz-nn-….json</c>.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Answers">What must be said to it, by hand; not all that is said.</param>
internal sealed record Incident(string Name, params IncidentAnswer[] Answers)
{
    /// <summary>The hazard of the hazard log that it shows: <c>HZ-06</c>.</summary>
    public string Hazard => Name[..5].ToUpperInvariant();

    public bool IsRefused => Answers[0].Severity == "refused";

    /// <summary>The file beside the other examples.</summary>
    public string Example => $"incidents/{(IsRefused ? "refused/" : "")}{Name}";

    /// <summary>What happened, and whose report it is, as the file says it.</summary>
    public (string About, string Source) Report
    {
        get
        {
            using var json = JsonDocument.Parse(Plans.ExampleBytes(Example));
            return (json.RootElement.GetProperty("about").GetString()!, json.RootElement.GetProperty("source").GetString()!);
        }
    }

    /// <summary>A finding's severity as the table has it.</summary>
    public static string SeverityOf(Finding finding) => finding.SeverityWord + (finding.NeedsSecondPerson ? ", two persons" : "");

    /// <summary>A sentence without the spaces that hold number and unit together.</summary>
    public static string Plain(string message) => message.Replace('\u00a0', ' ');
}

/// <summary>The incidents, and what is to be said to each. Numbers are those of the reports or worked out beside them.</summary>
internal static class Incidents
{
    private static IncidentAnswer Block(string code, string says) => new("block", code, says);

    private static IncidentAnswer Confirm(string code, string says) => new("confirm", code, says);

    private static IncidentAnswer TwoPersons(string code, string says) => new("confirm, two persons", code, says);

    private static IncidentAnswer Unknown(string code, string says) => new("unknown", code, says);

    private static IncidentAnswer Warn(string code, string says) => new("warn", code, says);

    private static IncidentAnswer Refused(string path, string says) => new("refused", path, says);

    public static IReadOnlyList<Incident> All { get; } =
    [
        // 50 microgram/mL x 0.25 mL/h x 24 h = 300 microgram; twenty times as much is 6 mg; label: 1 mg for a patient not used to opioids
        new("hz-01-morphine-twentyfold", Block("limit-start-dose", "is 6 mg per day, above 1 mg per day")),
        // Label: 7.5 mg a day at most at the start
        new("hz-01-morphine-tenfold-epidural", Confirm("limit-start-dose", "is 20 mg per day, above 7.5 mg per day")),
        new(
            "hz-02-ratio-strength",
            Refused("$.infusate.drugs[1].concentration", "per cent is read only for the concentration of a local anaesthetic"),
            Refused("$.infusate.drugs[2].concentration", "is a ratio")
        ),
        // 4 mg/d ÷ 10 mg/mL = 0.4 mL/d
        new("hz-03-rate-and-dose", Refused("$.program.rate", "4 mL/d and the stated dose disagree: that dose is 0.4 mL/d")),
        // 115.2 mL ÷ 28.8 mL/h = 4 h, a 24th of 96 h; 28.8 x 24 x 0.1 = 69.12 mg of morphine, 691.2 mg of bupivacaine
        new(
            "hz-04-day-entered-as-hour",
            Block("ordered-duration-differs", "ordered for 96 hours; at this program it lasts 4 hours"),
            Block("limit-daily-dose", "69.12 mg per day, above 25 mg per day"),
            TwoPersons("limit-daily-dose", "691.2 mg per day, above 60 mg per day")
        ),
        new("hz-05-driver-in-millimetres", Block("pump-set-in-millimetres", "no program is made for such a device")),
        // 60 microgram x 24 = 1,440 microgram, 24 times 60
        new(
            "hz-06-baclofen-every-hour",
            Block("dose-changed", "from 60 microgram per day to 1,440 microgram per day, 24 times as much"),
            Block("limit-step", "from 60 microgram per day to 1,440 microgram per day"),
            TwoPersons("limit-daily-dose", "1,440 microgram per day, above 1,000 microgram per day")
        ),
        // 0.1 mg x 4 a day = 0.4 mg; 0.1 mg x 240 a day = 24 mg
        new(
            "hz-06-minutes-for-hours",
            Block(
                "dose-changed",
                "from 400 microgram per day to 24 mg per day, 60 times as much. That is the factor between hours and the same number of minutes"
            ),
            TwoPersons("limit-daily-dose", "24 mg per day, above 20 mg per day")
        ),
        // 1 mg/mL ÷ 0.1 mg/mL
        new("hz-07-lowest-concentration-accepted", Block("strength-not-of-product", "the pump would give 10 times the dose that it shows")),
        new("hz-07-no-concentration", Refused("$.infusate.drugs[0].concentration", "missing; expected a concentration")),
        new(
            "hz-08-custom-concentration",
            Block("limit-concentration", "50 mg per mL, above 30 mg per mL"),
            Confirm("limit-concentration", "2,500 microgram per mL, above 2,000 microgram per mL")
        ),
        // 12 ÷ 1,000 = 0.012 mL a day
        new("hz-09-below-the-lowest-flow", Block("pump-flow-out-of-range", "0.012 mL per day for the continuous rate is below the lowest flow")),
        // 0.1 ÷ 0.13 - 1 = -23.077 %; 0.1 mL/h is 2.4 mL a day
        new("hz-09-rounded-to-the-step", Block("achievable-error", "can give 2.4 mL per day, rounded down to its steps: -23.077 %")),
        new("hz-10-comma-and-grouping", Refused("$.infusate.drugs[0].concentration", "has a comma"), Refused("$.program.rate", "has a comma")),
        new("hz-11-leading-decimal-dropped", Refused("$.program.rate", "with a digit before the point")),
        // 1.16 ÷ 1 - 1
        new(
            "hz-12-mixture-off-its-strength",
            Block("assay-outside-tolerance", "1.16 microgram per mL of ziconotide where 1 microgram per mL is prescribed: +16 %")
        ),
        new("hz-14-contaminated-stock", Unknown("product-unknown", "The product of morphine (a stock of 50 mg per mL) is not named in the file")),
        // 2,000 x 0.4 = 800 microgram instead of 500 x 0.4 = 200
        new(
            "hz-15-baclofen-strength",
            Block("bridge-missing", "Drug or concentration changed, but the fluid path is not known"),
            Block("limit-step", "from 200 microgram per day to 800 microgram per day"),
            Confirm("dose-changed", "from 200 microgram per day to 800 microgram per day, 4 times as much")
        ),
        // 10 mg/mL x 0.4 mL/d = 4 mg of either; 5 of morphine are 1 of hydromorphone by one ratio, 6 by the other
        new(
            "hz-16-hydromorphone-for-morphine",
            Block("look-alike", "4 mg per day of hydromorphone after 4 mg per day of morphine are 5 times the dose"),
            // 4 mg ÷ 5 = 0.8 mg
            TwoPersons("conversion-above-band", "the band ends at 800 microgram per day")
        ),
        new("hz-17-preserved-product", Block("product-unsuitable", "holds sodium metabisulfite")),
        new(
            "hz-18-not-labelled-for-the-pump",
            Warn("drug-not-labelled-for-pump", "hydromorphone and bupivacaine and clonidine are not labelled for SynchroMed II 20 mL")
        ),
        // 20 mL ÷ 0.4 mL/d = 50 d
        new("hz-19-ziconotide-with-morphine", Confirm("ordered-past-refill", "ordered for 50 days, and must be replaced after 34 days")),
        new(
            "hz-20-granuloma-high-dose",
            Block("limit-daily-dose", "28 mg per day, above 20 mg per day"),
            Confirm("limit-concentration", "25 mg per mL, above 20 mg per mL")
        ),
        new(
            "hz-21-opioid-and-sedative-besides",
            Confirm("interaction", "Oral oxycodone besides morphine"),
            Confirm("interaction", "Lorazepam besides morphine")
        ),
        // 15 mL/h x 1.25 mg/mL = 18.75 mg/h, the limit by the hour; x 24 = 450 mg
        new("hz-22-local-anaesthetic-over-a-day", Block("limit-daily-dose", "450 mg per day, above 400 mg per day")),
        new("hz-23-into-a-vein", Refused("$.route", "'intravenous' is unknown; expected one of epidural, intrathecal")),
        new("hz-23-epidural-bag-intrathecally", Block("product-unsuitable", "must not be given by the intrathecal route")),
        new("hz-24-vincristine", Refused("$.infusate.drugs[1].drug", "is Vincristine, which is never given by the spinal route")),
        new("hz-24-oncovin", Refused("$.infusate.drugs[1].drug", "'Oncovin' is Vincristine, which is never given by the spinal route")),
        new("hz-25-spinal", Refused("$.route", "'spinal' can mean either route, and their doses differ about tenfold")),
        new(
            "hz-25-epidural-dose-intrathecally",
            Block(
                "route-dose-copied",
                "20 mg per day of morphine are to be given by the intrathecal route, and 20 mg per day are given by the epidural route"
            ),
            Block("limit-start-dose", "20 mg per day, above 10 mg per day"),
            // 20 mg ÷ 4 = 5 mg, by the least of the published ratios
            TwoPersons("conversion-above-band", "of 20 mg per day of epidural morphine: the band ends at 5 mg per day")
        ),
        // 10 mL x 25 mg/mL = 250 mg; ÷ 5 mg a day
        new("hz-26-wrong-port", Warn("fill-at-once", "250 mg of morphine: 50 daily doses")),
        // 18 mL - 7 x 0.4 mL = 15.2 mL
        new(
            "hz-27-pocket-fill",
            Confirm("residual-discrepancy", "3 mL left, 15.2 mL expected"),
            Warn("fill-at-once", "180 mg of morphine: 45 daily doses")
        ),
        // 0.4 mL/d of 2,000 microgram/mL; 0.40 mL ÷ 0.4 mL/d
        new(
            "hz-30-bridge-declined",
            Block("bridge-declined", "baclofen at 800 microgram per day instead of 200 microgram per day for 24 hours. No reason passes this")
        ),
        // 84 cm x 0.0022 mL/cm = 0.1848 mL
        new("hz-31-catheter-volume-slip", Confirm("catheter-volume-disagrees", "0.018 mL is stated, 0.1848 mL follow")),
        // 0.140 mL + 1.848 mL
        new("hz-31-unit-of-catheter-volume", Confirm("fluid-path-implausible", "1.988 mL is hardly possible")),
        // 0.140 mL + 0.1848 mL
        new("hz-32-priming-bolus", Warn("priming-mixes", "A priming bolus of 0.3248 mL flows fast")),
        // 20 mL - 40 x 0.4 mL
        new("hz-33-over-infusion", Confirm("residual-discrepancy", "0.5 mL left, 4 mL expected: more than programmed has left the container")),
        // 180 ÷ 500 = 0.36 mL a day; 20 mL - 40 x 0.36 mL
        new(
            "hz-34-restart-after-a-stall",
            TwoPersons("residual-discrepancy", "19 mL left, 5.6 mL expected: less than programmed has left the container")
        ),
        new("hz-38-low-reservoir-baclofen", Confirm("low-reservoir-baclofen", "The low-reservoir volume is 2 mL")),
        new("hz-38-baclofen-left-out", TwoPersons("abrupt-stop", "Baclofen was in the old mixture and is not in the new one")),
        new("hz-38-pump-stopped", Refused("$.program.rate", "nothing would be given")),
        // 0.5 mL ÷ 0.1 mL/h = 5 h; x 2 mg/mL = 1 mg
        new("hz-40-late-occlusion-alarm", Warn("occlusion-late", "At 0.1 mL per hour an occlusion is noticed late")),
        // 0.5 mL x 3 mg/mL = 1.5 mg
        new(
            "hz-41-bolus-when-an-occlusion-clears",
            Warn("occlusion-late", "up to 0.5 mL may be released at once: 1.5 mg of morphine, 5 hours of the program")
        ),
        new(
            "hz-42-no-record-of-the-catheter",
            Block("bridge-missing", "the fluid path is not known"),
            Unknown("fluid-path-unknown", "the catheter's volume")
        ),
        // 20 mL - 10 x 0.4 mL = 16 mL; 14 mL of it lost
        new("hz-42-leaking-septum", Confirm("residual-discrepancy", "2 mL left, 16 mL expected")),
        // 10 mL/h x 24 h x 1.25 mg/mL = 300 mg; 48 boluses x 5 mg = 240 mg
        new("hz-43-boluses-beside-a-basal-flow", Block("limit-daily-dose", "is 540 mg per day, above 400 mg per day")),
        new("hz-45-enoxaparin", TwoPersons("anticoagulated", "Enoxaparin besides the infusion")),
        // 20 November 08:00 to 24 November 10:00: 98 h; 200 mL ÷ 6 mL/h = 33.33 h
        new("hz-45-catheter-too-long", TwoPersons("contraindication", "Infection."), Confirm("limit-duration", "is 131.33 hours, above 96 hours")),
        // 21 November 10:00 to 24 November 10:00
        new("hz-46-stale-list-of-medicines", Unknown("medicines-unknown", "taken 72 hours before the fill")),
        new("hz-49-summer-time", Warn("clock-shifts", "Each step then comes an hour earlier by the patient's clock")),
    ];
}
