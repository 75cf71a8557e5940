using System.Globalization;
using CsCheck;

namespace Neuraxial.Tests;

/// <summary>A quantity as a file would write it, and what it means on paper: micrograms, millilitres, days, centimetres, kilograms and their ratios.</summary>
internal sealed record Stated(string Text, Rational Amount)
{
    /// <summary>The same kind of quantity, so many times as much, written in the same unit.</summary>
    public Stated Times(int factor) => Scaled(factor, 1);

    /// <summary>Half of it, which has one digit more.</summary>
    public Stated Half() => Scaled(5, 10);

    public override string ToString() => Text;

    private Stated Scaled(int factor, int tens)
    {
        var space = Text.IndexOf(' ', StringComparison.Ordinal);
        var number = decimal.Parse(Text[..space], CultureInfo.InvariantCulture) * factor / tens;
        return new Stated(number.ToString(CultureInfo.InvariantCulture) + Text[space..], Amount * factor / tens);
    }
}

/// <summary>A day since 1 January 2020, a second of it by the local clock, and how many quarters of an hour that clock is before UTC.</summary>
internal sealed record Moment(int Day, int Second, int QuarterHours)
{
    /// <summary>As a file writes it, with seconds only where there are any.</summary>
    public string Text
    {
        get
        {
            var date = new DateOnly(2020, 1, 1).AddDays(Day);
            var time = Padded(Second / 3_600) + ":" + Padded(Second / 60 % 60) + (Second % 60 > 0 ? ":" + Padded(Second % 60) : "");
            var ahead = Math.Abs(QuarterHours);
            var offset = QuarterHours == 0 ? "Z" : (QuarterHours < 0 ? "-" : "+") + Padded(ahead / 4) + ":" + Padded(ahead % 4 * 15);
            return $"{date.Year}-{Padded(date.Month)}-{Padded(date.Day)}T{time}{offset}";
        }
    }

    /// <summary>Days since the beginning of 2020 in UTC.</summary>
    public Rational Days => Clock - new Rational(QuarterHours, 96);

    /// <summary>Days since the beginning of 2020 by the local clock.</summary>
    public Rational Clock => Day + new Rational(Second, 86_400);

    /// <summary>The same instant by a clock that is so many quarters of an hour before UTC.</summary>
    public Moment By(int quarterHours)
    {
        var second = (Day * 86_400L) + Second + ((quarterHours - QuarterHours) * 900L);
        return new Moment((int)Math.Floor(second / 86_400m), (int)(((second % 86_400) + 86_400) % 86_400), quarterHours);
    }

    public override string ToString() => Text;

    private static string Padded(int number) => number.ToString("00", CultureInfo.InvariantCulture);
}

/// <summary>Random values of the field: what stands on labels, orders and programmers, in every unit in which it is written there.</summary>
internal static class Domain
{
    public static readonly Rational Milli = new(1, 1_000);
    public static readonly Rational Hours = new(1, 24);
    public static readonly Rational Minutes = new(1, 1_440);

    public static readonly Gen<Stated> Masses = Gen.OneOf(
        In("mg", 1_000, 99_999, 0, 3),
        In("ug", 1, 99_999, 0, 2),
        In("mcg", 1, 9_999, 0, 1),
        In("g", 1_000_000, 99, 0, 3)
    );

    public static readonly Gen<Stated> Concentrations = Gen.OneOf(
        In("mg/mL", 1_000, 9_999, 1, 3),
        In("ug/mL", 1, 99_999, 0, 2),
        In("mcg/mL", 1, 4_000, 0, 0),
        In("g/L", 1_000, 999, 1, 2),
        In("mg/mL", 1_000, 100, 0, 0)
    );

    public static readonly Gen<Stated> DoseRates = Gen.OneOf(
        In("mg/d", 1_000, 9_999, 1, 3),
        In("ug/d", 1, 99_999, 0, 2),
        In("mg/h", 24_000, 999, 2, 3),
        In("ug/h", 24, 9_999, 0, 2),
        In("ug/min", 1_440, 999, 1, 2)
    );

    public static readonly Gen<Stated> Rates = Gen.OneOf(
        In("mL/d", 1, 9_999, 2, 4),
        In("mL/h", 24, 999, 1, 3),
        In("uL/d", Milli, 99_999, 0, 1),
        In("uL/h", 24 * Milli, 9_999, 0, 1),
        In("mL/d", 1, 30, 0, 1)
    );

    public static readonly Gen<Stated> Volumes = Gen.OneOf(In("mL", 1, 9_999, 1, 3), In("uL", Milli, 99_999, 0, 1), In("mL", 1, 100, 0, 0));

    /// <summary>What a reservoir, cassette or bag is filled with.</summary>
    public static readonly Gen<Stated> Fills = Gen.OneOf(
        In("mL", 1, 60, 0, 0, least: 5),
        In("mL", 1, 999, 1, 1, least: 50),
        In("mL", 1, 250, 0, 0, least: 50)
    );

    /// <summary>What a fluid path holds.</summary>
    public static readonly Gen<Stated> PathVolumes = Gen.OneOf(In("mL", 1, 999, 3, 3, least: 20), In("uL", Milli, 900, 0, 0, least: 20));

    public static readonly Gen<Stated> CatheterLengths = Gen.OneOf(
        In("cm", 1, 110, 0, 0, least: 20),
        In("mm", new Rational(1, 10), 1_140, 0, 0, least: 200),
        In("cm", 1, 999, 1, 1, least: 200)
    );

    public static readonly Gen<Stated> VolumesPerLength = Gen.OneOf(In("mL/cm", 1, 99, 4, 4, least: 10), In("uL/cm", Milli, 99, 1, 1, least: 10));

    public static readonly Gen<Stated> Durations = Gen.OneOf(
        In("min", Minutes, 6_000, 0, 1, least: 5),
        In("h", Hours, 999, 0, 2),
        In("d", 1, 120, 0, 1),
        In("s", new Rational(1, 86_400), 99_999, 0, 0, least: 60),
        In("wk", 7, 12, 0, 0)
    );

    /// <summary>How long a bolus takes, and a lockout.</summary>
    public static readonly Gen<Stated> ShortTimes = Gen.OneOf(
        In("min", Minutes, 60, 0, 0),
        In("min", Minutes, 599, 1, 1, least: 10),
        In("h", Hours, 4, 0, 0)
    );

    public static readonly Gen<Stated> BodyDoses = Gen.OneOf(
        In("ug/kg/min", 1_440, 999, 1, 3),
        In("ug/kg/h", 24, 999, 0, 2),
        In("mg/kg/d", 1_000, 999, 2, 3)
    );

    public static readonly Gen<Stated> BodyWeights = Gen.OneOf(
        In("kg", 1, 150, 0, 0, least: 2),
        In("kg", 1, 1_500, 1, 1, least: 20),
        In("g", Milli, 9_999, 0, 0, least: 600)
    );

    public static readonly Gen<Stated> TravelsPerVolume = Gen.OneOf(In("mm/mL", 1, 99, 0, 1), In("cm/mL", 10, 999, 2, 2));

    public static readonly Gen<Stated> Travels = Gen.OneOf(In("mm", 1, 99, 0, 1), In("cm", 10, 99, 1, 1));

    /// <summary>Moments with offsets from everywhere, as a file writes them.</summary>
    public static readonly Gen<Moment> Moments = Gen.Select(
        Gen.Int[0, 5_843],
        Gen.Int[0, 86_399],
        Gen.Int[-47, 56],
        Gen.Bool,
        (day, second, quarters, seconds) =>
        {
            second -= seconds ? 0 : second % 60;
            return new Moment(day, second, quarters);
        }
    );

    /// <summary>A number with some decimals, zeros at its end included, in a unit that is worth so much on paper.</summary>
    public static Gen<Stated> In(string unit, Rational worth, int most, int fewestDecimals, int mostDecimals, int least = 1) =>
        Gen.Select(
            Gen.Int[least, most],
            Gen.Int[fewestDecimals, mostDecimals],
            (digits, decimals) =>
            {
                var text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
                return new Stated(
                    (decimals == 0 ? text : $"{text[..^decimals]}.{text[^decimals..]}") + " " + unit,
                    new Rational(digits, (long)Math.Pow(10, decimals)) * worth
                );
            }
        );
}
