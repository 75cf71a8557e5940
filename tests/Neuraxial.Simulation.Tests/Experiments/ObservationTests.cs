using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>What each kind of observation reads off a run, against closed forms; and how a row stands beside its band.</summary>
public sealed class ObservationTests
{
    /// <summary>What the dose of the study gives, ng: 0.25 mg.</summary>
    private const double Dose = 250_000;

    /// <summary>Half of the minute in which it is given, h.</summary>
    private const double MeanTimeOfGiving = 0.5 / 60;

    private static readonly double[] Hours = [.. Enumerable.Range(0, 8_641).Select(i => i / 360.0)];
    private static readonly double[] Cells = [.. Enumerable.Range(0, 124).Select(i => (i + 0.5) * 0.5)];

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.7)]
    [InlineData(2)]
    public void One_exponential_has_its_half_life_clearance_residence_time_and_volume(double rate)
    {
        double Curve(double time) => 5_000 * Math.Exp(-rate * time);
        Near(Math.Log(2) / rate, Of("half-life", """ "from": "1 h", "until": "3 h" """, Curve));
        Near(Dose * rate / 5_000, Of("clearance", "", Curve));
        Near((1 / rate) - MeanTimeOfGiving, Of("mean-residence-time", "", Curve));
        Near(Dose / 5_000 * (1 - (rate * MeanTimeOfGiving)), Of("volume-steady-state", "", Curve));
        Near(5_000 / rate * (Math.Exp(-rate) - Math.Exp(-2.5 * rate)), Of("auc", """ "from": "1 h", "until": "2.5 h" """, Curve));
    }

    /// <summary>c = A e^(-at) + B e^(-bt): area A/a + B/b, first moment A/a^2 + B/b^2.</summary>
    [Fact]
    public void Two_exponentials_have_their_clearance_residence_time_and_volume()
    {
        const double A = 9_000;
        const double B = 1_000;
        const double Fast = 2;
        const double Slow = 0.4;
        double Curve(double time) => (A * Math.Exp(-Fast * time)) + (B * Math.Exp(-Slow * time));
        const double Area = (A / Fast) + (B / Slow);
        const double Residence = (((A / Fast / Fast) + (B / Slow / Slow)) / Area) - MeanTimeOfGiving;
        Near(Dose / Area, Of("clearance", "", Curve));
        Near(Residence, Of("mean-residence-time", "", Curve));
        Near(Dose / Area * Residence, Of("volume-steady-state", "", Curve));
        Near(Math.Log(2) / Slow, Of("half-life", """ "from": "15 h", "until": "24 h" """, Curve));
    }

    /// <summary>One compartment: infused at R for T, it holds R/k (1 - e^(-kt)) and falls from there; what is infused has been given for T/2 on the average.</summary>
    [Fact]
    public void What_is_infused_has_the_residence_time_of_what_is_given_at_once()
    {
        const double Rate = 0.8;
        const double Volume = 40;
        double Curve(double time) => Dose / 4 / Rate / Volume * (Math.Exp(-Rate * Math.Max(0, time - 4)) - Math.Exp(-Rate * time));
        const string Infusion = """{ "from": "0 h", "until": "4 h", "route": "intrathecal", "level": "L3", "rate": "1.5 mg/d" }""";
        Near(1 / Rate, Of("mean-residence-time", "", Curve, dose: Infusion));
        Near(Rate * Volume, Of("clearance", "", Curve, dose: Infusion));
        Near(Volume, Of("volume-steady-state", "", Curve, dose: Infusion));
    }

    [Fact]
    public void A_dose_that_goes_on_beyond_the_end_has_no_area_to_infinity() =>
        Assert.False(
            double.IsFinite(
                Of(
                    "clearance",
                    "",
                    time => Math.Exp(-time),
                    dose: """{ "from": "0 h", "until": "25 h", "route": "intrathecal", "level": "L3", "rate": "1 mg/d" }"""
                )
            )
        );

    /// <summary>Where a curve rises or stays, a straight line through its logarithms has a slope and still no half-life.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void A_curve_that_does_not_fall_has_no_half_life_and_no_clearance(double growth)
    {
        double Curve(double time) => Math.Exp(growth * time);
        Assert.False(double.IsFinite(Of("half-life", """ "from": "1 h", "until": "3 h" """, Curve)));
        Assert.False(double.IsFinite(Of("clearance", "", Curve)));
    }

    /// <summary>The grid has every tenth second; on the line between two of its times the square of one lies above the curve.</summary>
    [Fact]
    public void Between_two_times_a_concentration_lies_on_the_straight_line()
    {
        var middle = (Hours[1] * Hours[1] / 2) + (Hours[2] * Hours[2] / 2);
        Near(middle, Of("concentration", """ "at": "15 s" """, time => time * time));
        Near(4, Of("ratio", """ "to": "plasma", "at": "2 h" """, time => time * time, _ => 1));
        Assert.False(double.IsFinite(Of("ratio", """ "to": "plasma", "at": "2 h" """, time => time, _ => 0)));
    }

    [Fact]
    public void A_peak_has_its_height_its_time_and_the_time_of_a_share_of_it()
    {
        // t e^(-t): 1/e at 1 h; a tenth of it where t e^(1-t) = 0.1, at 0.038221 h.
        double Curve(double time) => time * Math.Exp(-time);
        Near(Math.Exp(-1), Of("peak", "", Curve));
        Near(1, Of("time-of-peak", "", Curve));
        Assert.Equal(0.038221, Of("time-of-share", """ "share": 0.1 """, Curve), 1e-5);
        Assert.False(double.IsFinite(Of("time-of-share", """ "share": 0.1 """, _ => 0)));
    }

    [Fact]
    public void Shares_of_the_dose_are_read_without_a_sample()
    {
        Near(0.25, Of("recovered-fraction", """ "at": "6 h" """));
        Near(0.036, Of("crossed-fraction", ""));
    }

    [Theory]
    [InlineData(2.4, 2.4, 2.4)]
    [InlineData(2, 4, 3)]
    public void A_decay_length_is_the_mean_of_both_sides(double below, double above, double expected) =>
        Near(expected, Decay(away => Math.Exp(away < 0 ? away / below : -away / above)));

    /// <summary>The entry lies half a centimetre from the end: there is no side of one to six centimetres below it.</summary>
    [Fact]
    public void A_side_beyond_the_canal_is_left_out() => Near(1.7, Decay(away => Math.Exp(-Math.Abs(away) / 1.7), entry: 0.5));

    [Fact]
    public void A_profile_that_rises_away_from_the_entry_has_no_decay_length() =>
        Assert.False(double.IsFinite(Decay(away => Math.Exp(away < 0 ? away : away / 50))));

    [Theory]
    [InlineData(100, true, 2)]
    [InlineData(99.999, false, 2.00002)]
    [InlineData(400, true, 2)]
    [InlineData(400.001, false, 2.000005)]
    public void Both_ends_of_a_band_are_inside_and_a_fold_is_never_below_one(double found, bool inside, double fold)
    {
        var row = Row(""" "at": "1 h", "value": "200 ng/mL", "band": ["100 ng/mL", "400 ng/mL"] """, found);
        Assert.Equal(inside, row.Inside);
        Near(fold, row.FoldError!.Value);
    }

    [Fact]
    public void Without_a_value_the_fold_is_against_the_geometric_middle_of_the_band()
    {
        Near(3, Row(""" "at": "1 h", "band": ["100 ng/mL", "400 ng/mL"] """, 600).FoldError!.Value);
        Assert.Null(Row(""" "at": "1 h", "band": ["0 ng/mL", "400 ng/mL"] """, 600).FoldError);
        Assert.Null(Row(""" "at": "1 h", "value": "200 ng/mL" """, 600).Inside);
    }

    [Fact]
    public void A_row_is_written_in_the_unit_of_its_study()
    {
        var row = Row(""" "at": "103 min", "value": "0.2 mg/L", "band": ["0.1 mcg/ml", "400 ng/mL"] """, 123.456789);
        Assert.Equal(("0.123457 mg/L", "0.2 mg/L", ("0.1 mg/L", "0.4 mg/L")), (row.Simulated, row.Observed, row.Band));
        Assert.Equal(("0.1235 mg/L", "at 103 min"), (row.Rounded(4), row.Detail));
    }

    [Fact]
    public void A_summary_counts_what_was_compared_and_what_was_not()
    {
        const string Band = """ "at": "1 h", "value": "200 ng/mL", "band": ["100 ng/mL", "400 ng/mL"] """;
        var validation = new Validation([Row(Band, 400), Row(Band, 25), Row(Band, null)]);
        Assert.Equal((1, 2, 1), (validation.Inside, validation.Total, validation.Unknown));
        Near(4, validation.GeometricMeanFoldError!.Value);
        Assert.Null(new Validation([]).GeometricMeanFoldError);
    }

    [Fact]
    public void As_JSON_a_ratio_is_a_number_all_else_a_quantity_and_what_is_not_known_null()
    {
        var study = Study("""{ "what": "ratio", "sample": "lumbar", "to": "plasma", "at": "1 h", "value": 0.43, "band": [0.33, 0.55] }""");
        var buffer = new ArrayBufferWriter<byte>();
        ValidationJson.Write(
            new Validation([
                new ValidationRow(study, study.Observed[0], 0.46, null),
                Row(""" "at": "1 h", "band": ["100 ng/mL", "400 ng/mL"] """, null),
            ]),
            buffer
        );
        using var json = JsonDocument.Parse(buffer.WrittenMemory);
        var rows = json.RootElement.GetProperty("observations");
        Assert.Equal(0.46, rows[0].GetProperty("simulated").GetDouble());
        Assert.Equal(0.55, rows[0].GetProperty("band")[1].GetDouble());
        Assert.Equal("400 ng/mL", rows[1].GetProperty("band")[1].GetString());
        foreach (var name in (string[])["simulated", "observed", "inside", "foldError"])
        {
            Assert.Equal(JsonValueKind.Null, rows[1].GetProperty(name).ValueKind);
        }

        Assert.Equal((1, 1), (json.RootElement.GetProperty("inside").GetInt32(), json.RootElement.GetProperty("total").GetInt32()));
    }

    private static void Near(double expected, double found) => Assert.Equal(1, found / expected, 1e-5);

    private static double Decay(Func<double, double> profile, double entry = 30) =>
        Of("decay-length", """ "at": "8 h", "from": "1 cm", "to": "6 cm" """, entry: entry, profile: profile);

    private static ValidationRow Row(string observed, double? found)
    {
        var study = Study($$"""{ "what": "concentration", "sample": "lumbar", {{observed}} }""");
        return new ValidationRow(study, study.Observed[0], found, found is null ? "a reason" : null);
    }

    /// <summary>What an observation is of a run with these curves.</summary>
    private static double Of(
        string what,
        string rest,
        Func<double, double>? lumbar = null,
        Func<double, double>? plasma = null,
        string? dose = null,
        double? entry = null,
        Func<double, double>? profile = null
    )
    {
        var sample = lumbar is null && profile is null ? "" : """ "sample": "lumbar", """;
        var members = rest.Length == 0 ? "" : rest + ",";
        var band = what switch
        {
            "ratio" or "recovered-fraction" or "crossed-fraction" => "[0, 1]",
            "clearance" => """["0 mL/h", "1 mL/h"]""",
            "volume-steady-state" => """["0 mL", "1 mL"]""",
            "auc" => """["0 ng.h/mL", "1 ng.h/mL"]""",
            "decay-length" => """["0 cm", "1 cm"]""",
            "concentration" or "peak" => """["0 ng/mL", "1 ng/mL"]""",
            _ => """["0 h", "1 h"]""",
        };
        var study = Study($$"""{ "what": "{{what}}", {{sample}} {{members}} "band": {{band}} }""", dose);
        var run = new ExperimentRun(
            Hours,
            [.. new[] { lumbar, plasma }.Select(curve => Hours.Select(curve ?? (_ => 0)).ToArray())],
            [.. Hours.Select(time => time / 24)],
            0.036,
            entry,
            Dose / 1_000,
            (_, _) => [.. Cells.Select(cell => (cell, profile!(cell - entry!.Value)))]
        );
        return Validation.OfMean(study, study.Observed[0], run);
    }

    private static Experiment Study(string observed, string? dose = null)
    {
        dose ??= """{ "at": "0 h", "route": "intrathecal", "level": "L3", "mass": "0.25 mg", "volume": "1 mL", "over": "1 min" }""";
        var reading = ExperimentFile.Read(
            Encoding.UTF8.GetBytes(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""
                    { "experiment": "case", "species": "human", "drug": "morphine", "doses": [ {{dose}} ],
                      "samples": [ { "name": "lumbar", "site": "csf", "level": "L3" }, { "name": "plasma", "site": "plasma" } ],
                      "until": "24 h", "every": "10 s", "observed": [ {{observed}} ] }
                    """
                )
            )
        );
        Assert.Empty(reading.Problems);
        return reading.Content!;
    }
}
