using Xunit;

namespace Neuraxial.Tests;

/// <summary>How long a fill lasts, what mixes in the container, what is left of it, and how to fill a pump with a built-in flow.</summary>
public sealed class ContainerCalculatorTests
{
    public static TheoryData<string, string> Answers =>
        new()
        {
            { "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d", """{"lasts":"36 d","until":null,"reason":"volume"}""" },
            { "lasts --fill 20 mL --reserve 2 mL --rate 3 mL/h", """{"lasts":"6 h","until":null,"reason":"volume"}""" },
            {
                "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d --at 2026-11-24T10:00:00Z",
                """{"lasts":"36 d","until":"2026-12-30T10:00:00Z","reason":"volume"}"""
            },
            {
                "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d --at 2026-11-24T10:00+01:00",
                """{"lasts":"36 d","until":"2026-12-30T09:00:00Z","reason":"volume"}"""
            },
            {
                "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d --at 2026-11-24T10:00:00Z --stability 30 d",
                """{"lasts":"30 d","until":"2026-12-24T10:00:00Z","reason":"stability"}"""
            },
            {
                "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d --at 2026-11-24T10:00:00Z --stability 36 d",
                """{"lasts":"36 d","until":"2026-12-30T10:00:00Z","reason":"volume"}"""
            },
            {
                "lasts --fill 20 mL --reserve 20 mL --rate 0.5 mL/d --at 2026-11-24T10:00:00Z",
                """{"lasts":"0 h","until":"2026-11-24T10:00:00Z","reason":"volume"}"""
            },
            { "lasts --fill 20 mL --reserve 2 mL --rate 0 mL/d --at 2026-11-24T10:00:00Z", """{"lasts":null,"until":null,"reason":null}""" },
            {
                "lasts --fill 20 mL --reserve 2 mL --rate 0 mL/d --at 2026-11-24T10:00:00Z --stability 30 d",
                """{"lasts":"30 d","until":"2026-12-24T10:00:00Z","reason":"stability"}"""
            },
            { "lasts --fill 1 L --reserve 0 mL --rate 1 uL/d", """{"lasts":null,"until":null,"reason":null}""" }, // a million days: never, in any sense that matters
            { "blend --residual 2 mL --old 500 ug/mL --fill 18 mL --new 2000 ug/mL", """{"concentration":"1.85 mg/mL"}""" },
            { "blend --residual 0 mL --old 500 ug/mL --fill 18 mL --new 2000 ug/mL", """{"concentration":"2 mg/mL"}""" },
            { "blend --residual 2 mL --old 20 mg/mL --fill 38 mL --new 0 mg/mL", """{"concentration":"1 mg/mL"}""" },
            { "rinse --residual 2 mL --volume 2 mL --times 3 --start 25 ug/mL", """{"concentrations":["12.5 ug/mL","6.25 ug/mL","3.125 ug/mL"]}""" },
            { "rinse --residual 0 mL --volume 2 mL --times 1 --start 25 ug/mL", """{"concentrations":["0 ug/mL"]}""" },
            { "rinse --residual 1 mL --volume 4 mL --times 2 --start 100 mg/mL", """{"concentrations":["20 mg/mL","4 mg/mL"]}""" },
            {
                "constant-flow --reservoir 30 mL --flow 1 mL/d --dose 5 mg/d --stock 50 mg/mL",
                """{"lasts":"30 d","drug":"150 mg","stockVolume":"3 mL","diluentVolume":"27 mL","concentration":"5 mg/mL"}"""
            },
            {
                "constant-flow --reservoir 30 mL --flow 1 mL/d --dose 5 mg/d --stock 5 mg/mL",
                """{"lasts":"30 d","drug":"150 mg","stockVolume":"30 mL","diluentVolume":"0 mL","concentration":"5 mg/mL"}"""
            },
            {
                "constant-flow --reservoir 100 mL --flow 0.5 mL/h --dose 0 mg/d --stock 5 mg/mL",
                """{"lasts":"200 h","drug":"0 ug","stockVolume":"0 mL","diluentVolume":"100 mL","concentration":"0 ug/mL"}"""
            },
        };

    public static TheoryData<string, string> Residuals =>
        new()
        {
            // 20 mL at 0.4 mL/d for 40 d: 16 mL should have gone, 4 mL be left. The formulary's tolerances: 14.5 % and 2 mL.
            { "--measured 4 mL", """{"expected":"4 mL","delivered":"16 mL","intended":"16 mL","errorPercent":0,"severity":"none"}""" },
            { "--measured 2 mL", """{"expected":"4 mL","delivered":"18 mL","intended":"16 mL","errorPercent":12.5,"severity":"none"}""" },
            { "--measured 1.92 mL", """{"expected":"4 mL","delivered":"18.08 mL","intended":"16 mL","errorPercent":13,"severity":"confirm"}""" },
            { "--measured 6.08 mL", """{"expected":"4 mL","delivered":"13.92 mL","intended":"16 mL","errorPercent":-13,"severity":"confirm"}""" },
            { "--measured 1 mL", """{"expected":"4 mL","delivered":"19 mL","intended":"16 mL","errorPercent":18.75,"severity":"confirm"}""" },
            {
                "--measured 1 mL --tolerance 20 %",
                """{"expected":"4 mL","delivered":"19 mL","intended":"16 mL","errorPercent":18.75,"severity":"none"}"""
            },
            {
                "--measured 1 mL --tolerance 18.75 %",
                """{"expected":"4 mL","delivered":"19 mL","intended":"16 mL","errorPercent":18.75,"severity":"none"}"""
            },
            {
                "--measured 1 mL --tolerance 18.7 %",
                """{"expected":"4 mL","delivered":"19 mL","intended":"16 mL","errorPercent":18.75,"severity":"confirm"}"""
            },
            {
                "--measured 1 mL --tolerance 3 mL",
                """{"expected":"4 mL","delivered":"19 mL","intended":"16 mL","errorPercent":18.75,"severity":"none"}"""
            },
            {
                "--measured 1 mL --tolerance 2.999 mL",
                """{"expected":"4 mL","delivered":"19 mL","intended":"16 mL","errorPercent":18.75,"severity":"confirm"}"""
            },
        };

    public static TheoryData<string, string[]> Faults =>
        new()
        {
            { "lasts", ["--fill: missing", "--reserve: missing", "--rate: missing"] },
            { "lasts --fill 2 mL --reserve 3 mL --rate 0.5 mL/d", ["--reserve: 3 mL is more than the fill; expected at most 2 mL"] },
            {
                "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d --at 2026-11-24T10:00:00",
                ["--at: is no moment; expected a day and time that exist, with an offset"]
            },
            { "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d --at 2026-02-29T10:00:00Z", ["--at: is no moment"] },
            { "lasts --fill 20 mL --reserve 2 mL --rate 0.5 mL/d --stability 30", ["--stability: has no unit"] },
            { "blend --residual 2 mL --old 500 ug/mL --fill 0 mL --new 2000 ug/mL", ["--fill: is nothing; expected more"] },
            { "blend --residual 2 mL --fill 18 mL --new 2000 ug/mL", ["--old: missing"] },
            { "rinse --residual 2 mL --volume 0 mL --times 3 --start 25 ug/mL", ["--volume: is nothing"] },
            { "rinse --residual 2 mL --volume 2 mL --times 0 --start 25 ug/mL", ["--times: '0' is no count; expected a whole number from 1 to 20"] },
            { "rinse --residual 2 mL --volume 2 mL --times 21 --start 25 ug/mL", ["--times: '21' is no count"] },
            { "rinse --residual 2 mL --volume 2 mL --times 2.5 --start 25 ug/mL", ["--times: '2.5' is no count"] },
            { "rinse --residual 2 mL --volume 2 mL --times -3 --start 25 ug/mL", ["--times: '-3' is no count"] },
            { "rinse --residual 2 mL --volume 2 mL --start 25 ug/mL", ["--times: missing"] },
            {
                "residual --filled 20 mL --rate 0.4 mL/d --elapsed 40 d --measured 21 mL",
                ["--measured: 21 mL is more than was filled in; expected at most 20 mL"]
            },
            { "residual --filled 0 mL --rate 0.4 mL/d --elapsed 40 d --measured 0 mL", ["--filled: is nothing"] },
            {
                "residual --filled 20 mL --rate 0.4 mL/d --elapsed 40 d --measured 4 mL --tolerance 5",
                ["--tolerance: is no tolerance; expected per cent or a volume"]
            },
            { "residual --filled 20 mL --rate 0.4 mL/d --elapsed 40 --measured 4 mL", ["--elapsed: has no unit"] },
            {
                "constant-flow --reservoir 30 mL --flow 1 mL/d --dose 5 mg/d --stock 4 mg/mL",
                ["--stock: 37.5 mL of stock would be needed, more than the reservoir's 30 mL; expected a stronger stock"]
            },
            { "constant-flow --reservoir 30 mL --flow 0 mL/d --dose 5 mg/d --stock 0 mg/mL", ["--flow: is nothing", "--stock: is nothing"] },
            { "constant-flow --reservoir 1 L --flow 1 uL/d --dose 5 mg/d --stock 4 mg/mL", ["--flow: more than a hundred years"] },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_answer_is_what_a_person_works_out_by_hand(string line, string answer) => Calc.AssertAnswer(line, answer);

    [Theory]
    [MemberData(nameof(Residuals))]
    public void A_residual_is_outside_beyond_either_tolerance(string options, string answer) =>
        Calc.AssertAnswer("residual --filled 20 mL --rate 0.4 mL/d --elapsed 40 d " + options, answer);

    [Fact]
    public void A_container_that_should_have_run_dry_is_expected_empty() =>
        Calc.AssertAnswer(
            "residual --filled 20 mL --rate 0.4 mL/d --elapsed 60 d --measured 1 mL",
            """{"expected":"0 mL","delivered":"19 mL","intended":"20 mL","errorPercent":-5,"severity":"none"}"""
        );

    [Fact]
    public void Where_nothing_was_to_be_delivered_there_is_no_error_in_per_cent()
    {
        Calc.AssertAnswer(
            "residual --filled 20 mL --rate 0 mL/d --elapsed 40 d --measured 20 mL",
            """{"expected":"20 mL","delivered":"0 mL","intended":"0 mL","errorPercent":null,"severity":"none"}"""
        );
    }

    [Fact]
    public void Where_nothing_was_to_be_delivered_and_something_was_it_is_outside_every_per_cent() =>
        Calc.AssertAnswer(
            "residual --filled 20 mL --rate 0 mL/d --elapsed 40 d --measured 15 mL --tolerance 14.5 %",
            """{"expected":"20 mL","delivered":"5 mL","intended":"0 mL","errorPercent":null,"severity":"confirm"}"""
        );

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_worked_out_is_named_with_what_is_expected(string line, string[] problems) => Calc.AssertProblems(line, problems);
}
