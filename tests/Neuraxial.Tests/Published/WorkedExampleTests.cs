using Xunit;

namespace Neuraxial.Tests.Published;

/// <summary>
/// Published worked examples (O), vectors constructed where nothing printed could be found (X), and the numbers of the hazard log (HZ), through the calculators.
/// Inputs are as published; "printed" is the source's own answer with its rounding, "exact" the full number, as a fraction where no decimal is exact.
/// Many are intravenous or teaching cases: arithmetic, no advice for the spinal route.
/// </summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData("O1", "dose", "rate: 0.048 mL/d; concentration: 25 ug/mL", "dose", "1.2 ug/d", "1.2 ug/d")]
    [InlineData("O2", "dose", "rate: 0.096 mL/d; concentration: 25 ug/mL", "dose", "2.4 ug/d", "2.4 ug/d")]
    [InlineData("O2", "dose", "rate: 0.096 mL/d; concentration: 25 ug/mL", "perHour", "0.1 ug/h", "0.1 ug/h")]
    [InlineData("O3", "lasts", "fill: 20 mL; reserve: 0 mL; rate: 1 mL/d", "lasts", "20 d", "20 d")]
    [InlineData("O4", "lasts", "fill: 100 mL; reserve: 0 mL; rate: 0.5 mL/h", "lasts", "8 d", "200 h")]
    [InlineData("O5", "syringe", "length: 48 mm; over: 24 h", "setting", "2 mm/h", "2 mm/h")]
    [InlineData("O6", "syringe", "per-volume: 4.5 mm/mL; rate: 2 mL/h", "setting", "9 mm/h", "9 mm/h")]
    [InlineData("O7", "accuracy", "intended: 20.0 mL; before: 61.1 g; after: 41.6 g", "delivered", "19.5 mL", "19.5 mL")]
    [InlineData("O7", "accuracy", "intended: 20.0 mL; before: 61.1 g; after: 41.6 g", "errorPercent", "-2.5", "-2.5")]
    [InlineData("O8", "accuracy", "intended: 20.0 mL; delivered: 19.5 mL", "errorPercent", "-2.5", "-2.5")]
    [InlineData("O9", "demand", "basal: 5 mg/h; dose: 2 mg; lockout: 12 min; window: 1 h", "basalTotal", "5 mg", "5 mg")]
    [InlineData("O9", "demand", "basal: 5 mg/h; dose: 2 mg; lockout: 12 min; window: 1 h", "count", "5", "5")]
    [InlineData("O9", "demand", "basal: 5 mg/h; dose: 2 mg; lockout: 12 min; window: 1 h", "demandTotal", "10 mg", "10 mg")]
    [InlineData("O9", "demand", "basal: 5 mg/h; dose: 2 mg; lockout: 12 min; window: 1 h", "total", "15 mg", "15 mg")]
    [InlineData("O10", "demand", "basal: 0 mg/h; dose: 1 mg; lockout: 10 min; window: 1 h", "count", "6", "6")]
    [InlineData("O10", "demand", "basal: 0 mg/h; dose: 1 mg; lockout: 10 min; window: 1 h", "demandTotal", "6 mg", "6 mg")]
    [InlineData("O11", "demand", "basal: 15 mL/h; dose: 5 mL; lockout: 20 min; window: 1 h", "total", "30 mL", "30 mL")]
    [InlineData("O13", "rate", "dose: 8 mg/h; concentration: 1 mg/mL", "perHour", "8 mL/h", "8 mL/h")]
    [InlineData("O14", "weight", "dose: 5.00 ug/kg/min; weight: 82.0 kg; concentration: 1.6 mg/mL", "perHour", "15.4 mL/h", "15.375 mL/h")]
    [InlineData("O15", "lasts", "fill: 250.0 mL; reserve: 0 mL; rate: 15.4 mL/h", "lasts", "974 min", "250/15.4 h")]
    [InlineData("O16", "rate", "dose: 100 mg/h; concentration: 1 mg/mL", "perHour", "100 mL/h", "100 mL/h")]
    [InlineData("O17", "volume", "mass: 100 ug; concentration: 1.0 mg/mL", "volume", "0.1 mL", "0.1 mL")]
    [InlineData("O18", "volume", "mass: 100 mg; concentration: 50 mg/mL", "volume", "2 mL", "2 mL")]
    [InlineData("O19", "volume", "mass: 200 mg; concentration: 200 mg/mL", "volume", "1 mL", "1 mL")]
    [InlineData("O19", "volume", "mass: 300 mg; concentration: 200 mg/mL", "volume", "1.5 mL", "1.5 mL")]
    // Units of insulin stand in as micrograms: the arithmetic is the same, and no other unit is read.
    [InlineData("O20", "volume", "mass: 800 ug; concentration: 400 ug/mL", "volume", "2 mL", "2 mL")]
    [InlineData("O20", "volume", "mass: 400 ug; concentration: 400 ug/mL", "volume", "1 mL", "1 mL")]
    [InlineData("O24", "rate", "dose: 0.10688 mg/d; concentration: 0.5 mg/mL", "rate", "0.21376 mL/d", "0.21376 mL/d")]
    [InlineData("O24", "dose", "rate: 0.21376 mL/d; concentration: 30 mg/mL", "dose", "6.41 mg/d", "6.4128 mg/d")]
    [InlineData("O24", "volume", "mass: 1200 mg; concentration: 30 mg/mL", "volume", "40 mL", "40 mL")]
    [InlineData("O25", "demand", "basal: 1.4 mg/h; dose: 1 mg; lockout: 10 min; window: 24 h", "basalTotal", "33.6 mg", "33.6 mg")]
    [InlineData("O25", "demand", "basal: 1.4 mg/h; dose: 1 mg; lockout: 10 min; window: 24 h", "total", "177.6 mg", "177.6 mg")]
    // Printed: 44 mg used in 24 h. With at most 44 mg ten boluses are granted, and 43.6 mg is what the source rounds.
    [InlineData("O25", "demand", "basal: 1.4 mg/h; dose: 1 mg; lockout: 10 min; window: 24 h; maximum: 44 mg", "count", "10", "10")]
    [InlineData("O25", "demand", "basal: 1.4 mg/h; dose: 1 mg; lockout: 10 min; window: 24 h; maximum: 44 mg", "total", "44 mg", "43.6 mg")]
    public void A_published_example_comes_out_as_printed_and_exact(
        string id,
        string calculator,
        string inputs,
        string asked,
        string printed,
        string exact
    )
    {
        Assert.StartsWith("O", id, StringComparison.Ordinal);
        var actual = Calculated.Values(calculator, inputs)[asked];
        Amount.IsExactly(exact, actual);
        Amount.IsPrinted(printed, actual);
    }

    private const string Rise = "old: 500 ug/mL; new: 2000 ug/mL; dose: 250 ug/d; length: 89 cm; per-length: 0.0022 mL/cm; ";
    private const string Fall = "old: 2000 ug/mL; new: 500 ug/mL; dose: 400 ug/d; length: 100 cm; per-length: 0.0022 mL/cm; ";

    [Theory]
    [InlineData("X1", "bridge", Rise + "tubing: 0.199 mL", "volume", "0.3948 mL")]
    [InlineData("X1", "bridge", Rise + "tubing: 0.199 mL", "rate", "0.5 mL/d")]
    [InlineData("X1", "bridge", Rise + "tubing: 0.199 mL", "duration", "18.9504 h")]
    [InlineData("X1", "bridge", Rise + "tubing: 0.199 mL", "programmed", "789.6 ug")]
    [InlineData("X1", "bridge", Rise + "tubing: 0.199 mL", "delivered", "197.4 ug")]
    [InlineData("X1", "bridge", Rise + "tubing: 0.199 mL", "shownDose", "1000 ug/d")]
    [InlineData("X1b", "bridge", Rise + "tubing: 0.199 mL", "unbridged.dose", "62.5 ug/d")]
    [InlineData("X1b", "bridge", Rise + "tubing: 0.199 mL", "unbridged.duration", "75.8016 h")]
    [InlineData("X1 with 0.140 mL", "bridge", Rise + "tubing: 0.140 mL", "volume", "0.3358 mL")]
    [InlineData("X1 with 0.140 mL", "bridge", Rise + "tubing: 0.140 mL", "duration", "16.1184 h")]
    [InlineData("X1 with 0.140 mL", "bridge", Rise + "tubing: 0.140 mL", "programmed", "671.6 ug")]
    [InlineData("X1 with 0.140 mL", "bridge", Rise + "tubing: 0.140 mL", "delivered", "167.9 ug")]
    [InlineData("X2", "bridge", Fall + "tubing: 0.199 mL", "volume", "0.419 mL")]
    [InlineData("X2", "bridge", Fall + "tubing: 0.199 mL", "rate", "0.2 mL/d")]
    [InlineData("X2", "bridge", Fall + "tubing: 0.199 mL", "duration", "50.28 h")]
    [InlineData("X2", "bridge", Fall + "tubing: 0.199 mL", "programmed", "209.5 ug")]
    [InlineData("X2", "bridge", Fall + "tubing: 0.199 mL", "delivered", "838 ug")]
    [InlineData("X2 with 0.140 mL", "bridge", Fall + "tubing: 0.140 mL", "volume", "0.360 mL")]
    [InlineData("X2 with 0.140 mL", "bridge", Fall + "tubing: 0.140 mL", "duration", "43.2 h")]
    [InlineData("X3", "prime", "tubing: 0.199 mL; length: 89 cm; per-length: 0.0022 mL/cm; concentration: 500 ug/mL", "volume", "0.3948 mL")]
    [InlineData("X3", "prime", "tubing: 0.199 mL; length: 89 cm; per-length: 0.0022 mL/cm; concentration: 500 ug/mL", "mass", "197.4 ug")]
    [InlineData(
        "X3 with 0.140 mL",
        "prime",
        "tubing: 0.140 mL; length: 89 cm; per-length: 0.0022 mL/cm; concentration: 500 ug/mL",
        "volume",
        "0.3358 mL"
    )]
    [InlineData(
        "X3 with 0.140 mL",
        "prime",
        "tubing: 0.140 mL; length: 89 cm; per-length: 0.0022 mL/cm; concentration: 500 ug/mL",
        "mass",
        "167.9 ug"
    )]
    // The access port lies in series: its path stands where the tubing does.
    [InlineData("X5", "prime", "tubing: 0.14 mL; length: 89 cm; per-length: 0.0022 mL/cm; concentration: 2000 ug/mL", "volume", "0.3358 mL")]
    [InlineData("X5", "prime", "tubing: 0.14 mL; length: 89 cm; per-length: 0.0022 mL/cm; concentration: 2000 ug/mL", "mass", "671.6 ug")]
    [InlineData("X6", "blend", "residual: 1.4 mL; old: 500 ug/mL; fill: 20 mL; new: 2000 ug/mL", "concentration", "40700/21.4 ug/mL")]
    [InlineData("X7", "lasts", "fill: 40 mL; reserve: 2 mL; rate: 0.62 mL/d; at: 2025-03-10T14:00:00Z", "lasts", "38/0.62 d")]
    [InlineData("X8", "flex", "concentration: 500 ug/mL; step: 7 h 20 ug; step: 3 h 60 ug; step: 9 h 90 ug; step: 5 h 80 ug", "dose", "250 ug/d")]
    [InlineData("X8", "flex", "concentration: 500 ug/mL; step: 7 h 20 ug; step: 3 h 60 ug; step: 9 h 90 ug; step: 5 h 80 ug", "rate", "0.5 mL/d")]
    [InlineData(
        "X8",
        "flex",
        "concentration: 500 ug/mL; step: 7 h 20 ug; step: 3 h 60 ug; step: 9 h 90 ug; step: 5 h 80 ug",
        "steps[0].rate",
        "0.04/7 mL/h"
    )]
    [InlineData(
        "X8",
        "flex",
        "concentration: 500 ug/mL; step: 7 h 20 ug; step: 3 h 60 ug; step: 9 h 90 ug; step: 5 h 80 ug",
        "steps[1].rate",
        "0.04 mL/h"
    )]
    [InlineData(
        "X8",
        "flex",
        "concentration: 500 ug/mL; step: 7 h 20 ug; step: 3 h 60 ug; step: 9 h 90 ug; step: 5 h 80 ug",
        "steps[2].rate",
        "0.02 mL/h"
    )]
    [InlineData(
        "X8",
        "flex",
        "concentration: 500 ug/mL; step: 7 h 20 ug; step: 3 h 60 ug; step: 9 h 90 ug; step: 5 h 80 ug",
        "steps[3].rate",
        "0.032 mL/h"
    )]
    [InlineData("X9", "constant-flow", "reservoir: 20 mL; flow: 0.5 mL/d; dose: 4 mg/d; stock: 25 mg/mL", "lasts", "40 d")]
    [InlineData("X9", "constant-flow", "reservoir: 20 mL; flow: 0.5 mL/d; dose: 4 mg/d; stock: 25 mg/mL", "drug", "160 mg")]
    [InlineData("X9", "constant-flow", "reservoir: 20 mL; flow: 0.5 mL/d; dose: 4 mg/d; stock: 25 mg/mL", "stockVolume", "6.4 mL")]
    [InlineData("X9", "constant-flow", "reservoir: 20 mL; flow: 0.5 mL/d; dose: 4 mg/d; stock: 25 mg/mL", "diluentVolume", "13.6 mL")]
    [InlineData("X9", "constant-flow", "reservoir: 20 mL; flow: 0.5 mL/d; dose: 4 mg/d; stock: 25 mg/mL", "concentration", "8 mg/mL")]
    [InlineData("X10", "demand", "basal: 8 mg/d; dose: 0.3 mg; lockout: 4 h; window: 24 h", "basalTotal", "8.0 mg")]
    [InlineData("X10", "demand", "basal: 8 mg/d; dose: 0.3 mg; lockout: 4 h; window: 24 h", "total", "9.8 mg")]
    [InlineData("X10", "dose", "rate: 0.49 mL/d; concentration: 20 mg/mL", "dose", "9.8 mg/d")]
    [InlineData("X10", "lasts", "fill: 20 mL; reserve: 3 mL; rate: 0.49 mL/d", "lasts", "17/0.49 d")]
    public void A_constructed_vector_comes_out_exactly(string id, string calculator, string inputs, string asked, string exact)
    {
        Assert.StartsWith("X", id, StringComparison.Ordinal);
        Amount.IsExactly(exact, Calculated.Values(calculator, inputs)[asked]);
    }

    /// <summary>What the reference prints of a vector whose exact answer has no end.</summary>
    [Theory]
    [InlineData("X6", "blend", "residual: 1.4 mL; old: 500 ug/mL; fill: 20 mL; new: 2000 ug/mL", "concentration", "1901.869 ug/mL")]
    [InlineData("X7", "lasts", "fill: 40 mL; reserve: 2 mL; rate: 0.62 mL/d", "lasts", "61.2903 d")]
    [InlineData(
        "X8",
        "flex",
        "concentration: 500 ug/mL; step: 7 h 20 ug; step: 3 h 60 ug; step: 9 h 90 ug; step: 5 h 80 ug",
        "steps[0].rate",
        "0.005714 mL/h"
    )]
    [InlineData("X10", "lasts", "fill: 20 mL; reserve: 3 mL; rate: 0.49 mL/d", "lasts", "34.694 d")]
    public void A_constructed_vector_comes_out_as_printed(string id, string calculator, string inputs, string asked, string printed)
    {
        Assert.StartsWith("X", id, StringComparison.Ordinal);
        Amount.IsPrinted(printed, Calculated.Values(calculator, inputs)[asked]);
    }

    [Fact]
    public void X7_the_date_is_10_May_2025_20_58_never_rounded_up() =>
        Assert.Equal(
            "2025-05-10T20:58:03Z",
            Calculated.Values("lasts", "fill: 40 mL; reserve: 2 mL; rate: 0.62 mL/d; at: 2025-03-10T14:00:00Z")["until"]
        );
}
