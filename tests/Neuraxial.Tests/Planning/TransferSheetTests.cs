using Xunit;

namespace Neuraxial.Tests.Planning;

/// <summary>The plan in the words of each maker's programmer: what a nurse copies, line by line.</summary>
public sealed class TransferSheetTests
{
    /// <summary>Field and value, worked out by hand from the example's own numbers.</summary>
    public static TheoryData<string, string, string, string> Settings() =>
        new()
        {
            // 2000 to 500 microgram/mL at 200 microgram/d, 0.40 mL: 0.10 mL/d for 96 h; 0.40 mL x 500 = 200 microgram; 0.10 mL/d x 500 = 50 microgram/d
            { "baclofen-concentration-fall", "SynchroMed programmer", "Drug 1 concentration", "500 microgram per mL" },
            { "baclofen-concentration-fall", "SynchroMed programmer", "Baclofen, daily dose", "200 microgram per day" },
            { "baclofen-concentration-fall", "SynchroMed programmer", "Bridge bolus: old drug concentration", "2,000 microgram per mL" },
            { "baclofen-concentration-fall", "SynchroMed programmer", "Bridge bolus: dose, in units of the new concentration", "200 microgram" },
            { "baclofen-concentration-fall", "SynchroMed programmer", "Bridge bolus: duration", "96 hours" },
            { "baclofen-concentration-fall", "SynchroMed programmer", "During the bridge the programmer shows", "50 microgram per day" },
            // 0.04 mL/h for 3 h at 500 microgram/mL; the last step runs until the next day's first, whichever that is: 0.005714 mL/h x 500
            { "baclofen-flex-weekend", "SynchroMed programmer", "Other days, from 06:00 for 3 hours", "60 microgram" },
            {
                "baclofen-flex-weekend",
                "SynchroMed programmer",
                "Other days, from 23:00 until the next day's first step",
                "2.857 microgram per hour"
            },
            { "baclofen-flex-weekend", "SynchroMed programmer", "Saturday, Sunday, from 20:00 for 3 hours", "48 microgram" },
            // 0.3 mg of 20 mg/mL, 6 in 24 h
            { "morphine-demand-implanted", "Prometra programmer", "Patient bolus dose", "300 microgram" },
            { "morphine-demand-implanted", "Prometra programmer", "Maximum activations", "6 in 24 hours" },
            { "cancer-intrathecal-external", "CADD-Solis 2110, keypad", "Continuous rate", "0.2 mL per hour" },
            { "cancer-intrathecal-external", "CADD-Solis 2110, keypad", "Demand dose", "0.1 mL" },
            { "cancer-intrathecal-external", "CADD-Solis 2110, keypad", "Maximum doses", "4 in 60 minutes" },
            // 0.6 mL/h x 1.33 mg/mL of the new mixture, given by the old one of 1 mg/mL
            { "cancer-intrathecal-external-increase", "CADD-Legacy PCA, keypad", "First, while the old infusate clears: rate", "0.798 mL per hour" },
            { "cancer-intrathecal-syringe-driver", "BodyGuard T / T34, syringe driver", "Duration", "48 hours" },
            { "cancer-intrathecal-syringe-driver", "BodyGuard T / T34, syringe driver", "Rate", "0.2 mL per hour" },
            { "morphine-constant-flow", "IsoMed 20 mL", "Flow", "0.5 mL per day" },
        };

    [Theory]
    [Trait("Hazard", "HZ-05")]
    [MemberData(nameof(Settings))]
    public void Each_maker_asks_in_its_own_words(string example, string device, string field, string value)
    {
        var sheet = Plans.Example(example).Transfer;
        Assert.Equal(device, sheet.Device);
        Assert.Equal(value, Assert.Single(sheet.Entries, entry => entry.Field.Replace('\u00a0', ' ') == field).Value?.Replace('\u00a0', ' '));
    }

    [Fact]
    [Trait("Hazard", "HZ-05")]
    public void No_setting_is_made_for_a_driver_set_in_millimetres() =>
        Assert.Null(Assert.Single(Plans.Of(("pump.model", "graseby-ms26"), ("fill.volume", "10 mL")).Transfer.Entries).Value);

    [Fact]
    public void A_bolus_on_a_syringe_driver_is_on_its_sheet()
    {
        var plan = Plans.Of(("pump.model", "t34"), ("program.demand", """{ "dose": "0.1 mL", "lockout": "1 h" }"""));
        Assert.Equal("0.1 mL", Assert.Single(plan.Transfer.Entries, entry => entry.Field == "Bolus").Value?.Replace('\u00a0', ' '));
    }
}
