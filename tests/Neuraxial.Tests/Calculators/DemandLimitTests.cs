using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>
/// HZ-43: a limit in a window is kept only if the basal flow still to come is counted before a bolus is granted. A rule that looks at the past alone is
/// kept here as the mutant that these tests must catch.
/// </summary>
public sealed class DemandLimitTests
{
    /// <summary>Whether a pump grants a bolus: what the trailing window holds so far, basal and boluses, in millilitres.</summary>
    private delegate bool Rule(Rational delivered, Rational basalPerMinute, int window, Rational bolus, Rational limit, int boluses);

    private static readonly Gen<(int BasalTenths, int BolusTenths, int Lockout, int Window, int LimitTenths)> Settings = Gen.Select(
        Gen.Int[0, 100],
        Gen.Int[1, 50],
        Gen.Int[1, 60],
        Gen.OneOf(30, 60, 120, 240),
        Gen.Int[1, 600],
        (basal, bolus, lockout, window, limit) => (basal, bolus, lockout, window, limit)
    );

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void Of_5_mL_an_hour_with_4_mL_of_basal_flow_one_bolus_of_1_mL_is_left()
    {
        Calc.AssertAnswer(
            "demand --basal 4 mL/h --dose 1 mL --lockout 20 min --window 60 min --maximum 5 mL",
            """{"count":1,"basalTotal":"4 mL","demandTotal":"1 mL","total":"5 mL"}"""
        );
        var given = Worst((40, 10, 20, 60, 50), Counted);
        Assert.Equal((5, 1), (given.Most, given.InFirstWindow));
    }

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void A_rule_that_ignores_basal_flow_to_come_gives_6_mL_where_5_are_the_limit()
    {
        // By hand: at 0 min nothing has flowed, 1 mL is granted; at 20 min 4/3 + 1 mL have, and 1 mL more stays below 5; at 60 min 4 + 2 mL have flowed.
        var given = Worst((40, 10, 20, 60, 50), PastAlone);
        Assert.True(given.Most >= 6, $"{given.Most} mL");
        Assert.True(given.InFirstWindow >= 2);
    }

    [Fact]
    [Trait("Hazard", "HZ-43")]
    public void No_window_passes_the_limit_unless_the_basal_flow_alone_does() =>
        Settings.Sample(
            settings =>
            {
                var most = Worst(settings, Counted).Most;
                var basal = new Rational(settings.BasalTenths * settings.Window, 600);
                Assert.True(most <= Rational.Max(basal, new Rational(settings.LimitTenths, 10)), $"{most} mL");
            },
            iter: 300
        );

    [Fact]
    public void A_rule_that_looks_at_the_past_alone_passes_the_limit_again_and_again()
    {
        var caught = 0;
        Settings
            .Where(settings => settings.BasalTenths > 10)
            .Sample(
                settings =>
                {
                    var limit = new Rational(settings.LimitTenths, 10);
                    var basal = new Rational(settings.BasalTenths * settings.Window, 600);
                    if (basal <= limit && Worst(settings, PastAlone).Most > limit)
                    {
                        Interlocked.Increment(ref caught);
                    }
                },
                iter: 300
            );
        Assert.True(caught > 1, $"caught {caught} times");
    }

    /// <summary>The mutant: what has been delivered in the window so far, plus the bolus.</summary>
    private static bool PastAlone(Rational delivered, Rational basalPerMinute, int window, Rational bolus, Rational limit, int boluses) =>
        delivered + bolus <= limit;

    /// <summary>Ours: so many in a window as the calculator grants, with a whole window of basal flow counted.</summary>
    private static bool Counted(Rational delivered, Rational basalPerMinute, int window, Rational bolus, Rational limit, int boluses)
    {
        var line =
            $"demand --basal {Text(basalPerMinute * 60)} mL/h --dose {Text(bolus)} mL --lockout 1 min --window {window} min --maximum {Text(limit)} mL";
        return boluses < Calc.Answer(line).GetProperty("count").GetInt64();
    }

    /// <summary>A patient who asks every minute for ten hours: the most that any window of the simulation holds, and the boluses of the first.</summary>
    private static (Rational Most, int InFirstWindow) Worst(
        (int BasalTenths, int BolusTenths, int Lockout, int Window, int LimitTenths) settings,
        Rule rule
    )
    {
        const int Minutes = 600;
        var basal = new Rational(settings.BasalTenths, 600);
        var bolus = new Rational(settings.BolusTenths, 10);
        var limit = new Rational(settings.LimitTenths, 10);
        var answers = new Dictionary<(int, int), bool>();
        var starts = new List<int>();
        var most = Rational.Zero;
        for (var minute = 0; minute < Minutes; minute++)
        {
            // The window that ends now holds a bolus that began when it did; the one that a bolus granted now falls into begins after it.
            var flow = Math.Min(minute, settings.Window) * basal;
            most = Rational.Max(most, flow + (starts.Count(start => start >= minute - settings.Window) * bolus));
            var recent = starts.Count(start => start > minute - settings.Window);
            if (starts.Count > 0 && minute - starts[^1] < settings.Lockout)
            {
                continue;
            }

            var key = (Math.Min(minute, settings.Window), recent);
            if (!answers.TryGetValue(key, out var granted))
            {
                granted = rule(flow + (recent * bolus), basal, settings.Window, bolus, limit, recent);
                answers[key] = granted;
            }

            if (granted)
            {
                starts.Add(minute);
            }
        }

        return (most, starts.Count(start => start < settings.Window));
    }

    private static string Text(Rational tenths)
    {
        var whole = (long)(tenths * 10).Floor();
        return $"{whole / 10}.{whole % 10}";
    }
}
