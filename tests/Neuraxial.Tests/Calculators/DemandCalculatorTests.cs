using Xunit;

namespace Neuraxial.Tests;

/// <summary>How many demand boluses a window can hold, counted three ways (pumps D11).</summary>
public sealed class DemandCalculatorTests
{
    public static TheoryData<string, string> Answers =>
        new()
        {
            // none at the start of the window: whole lockouts in it
            {
                "demand --basal 15 mL/h --dose 5 mL --lockout 20 min --window 1 h",
                """{"count":3,"basalTotal":"15 mL","demandTotal":"15 mL","total":"30 mL"}"""
            },
            {
                "demand --basal 0 mL/h --dose 5 mL --lockout 25 min --window 1 h",
                """{"count":2,"basalTotal":"0 mL","demandTotal":"10 mL","total":"10 mL"}"""
            },
            {
                "demand --basal 0 mL/h --dose 5 mL --lockout 2 h --window 1 h",
                """{"count":0,"basalTotal":"0 mL","demandTotal":"0 mL","total":"0 mL"}"""
            },
            // the first at the start of the window, which itself ends before its last moment
            {
                "demand --basal 0 mL/h --dose 5 mL --lockout 25 min --window 1 h --first-at-zero",
                """{"count":3,"basalTotal":"0 mL","demandTotal":"15 mL","total":"15 mL"}"""
            },
            {
                "demand --basal 0 mL/h --dose 5 mL --lockout 20 min --window 1 h --first-at-zero",
                """{"count":3,"basalTotal":"0 mL","demandTotal":"15 mL","total":"15 mL"}"""
            },
            {
                "demand --basal 0 mL/h --dose 5 mL --lockout 2 h --window 1 h --first-at-zero",
                """{"count":1,"basalTotal":"0 mL","demandTotal":"5 mL","total":"5 mL"}"""
            },
            // the lockout counts from the end of a bolus
            {
                "demand --basal 1 mL/h --dose 1 mL --lockout 20 min --lockout-from end --bolus-duration 10 min --window 1 h",
                """{"count":2,"basalTotal":"1 mL","demandTotal":"2 mL","total":"3 mL"}"""
            },
            {
                "demand --basal 1 mL/h --dose 1 mL --lockout 20 min --lockout-from start --bolus-duration 10 min --window 1 h",
                """{"count":3,"basalTotal":"1 mL","demandTotal":"3 mL","total":"4 mL"}"""
            },
            // in masses
            {
                "demand --basal 1.4 mg/h --dose 1 mg --lockout 10 min --window 24 h",
                """{"count":144,"basalTotal":"33.6 mg","demandTotal":"144 mg","total":"177.6 mg"}"""
            },
            {
                "demand --basal 5 mg/h --dose 2 mg --lockout 12 min --window 1 h --maximum 12 mg",
                """{"count":3,"basalTotal":"5 mg","demandTotal":"6 mg","total":"11 mg"}"""
            },
            // the basal flow to come is counted before a bolus is granted
            {
                "demand --basal 4 mL/h --dose 1 mL --lockout 20 min --window 60 min --maximum 5 mL",
                """{"count":1,"basalTotal":"4 mL","demandTotal":"1 mL","total":"5 mL"}"""
            },
            {
                "demand --basal 4 mL/h --dose 1 mL --lockout 20 min --window 60 min --maximum 4.9 mL",
                """{"count":0,"basalTotal":"4 mL","demandTotal":"0 mL","total":"4 mL"}"""
            },
            {
                "demand --basal 4 mL/h --dose 1 mL --lockout 20 min --window 60 min --maximum 40 mL",
                """{"count":3,"basalTotal":"4 mL","demandTotal":"3 mL","total":"7 mL"}"""
            },
            {
                "demand --basal 6 mL/h --dose 1 mL --lockout 20 min --window 60 min --maximum 5 mL",
                """{"count":0,"basalTotal":"6 mL","demandTotal":"0 mL","total":"6 mL","note":"the basal flow alone passes the maximum"}"""
            },
        };

    public static TheoryData<string, string[]> Faults =>
        new()
        {
            { "demand", ["--basal: missing", "--dose: missing", "--lockout: missing", "--window: missing"] },
            {
                "demand --basal 1 mL/h --dose 1 mL --lockout 20 min --lockout-from end --window 1 h",
                ["--bolus-duration: missing; expected the duration of a bolus, since the lockout counts from its end"]
            },
            {
                "demand --basal 1 mL/h --dose 1 mL --lockout 20 min --lockout-from middle --window 1 h",
                ["--lockout-from: 'middle' is unknown; expected start or end"]
            },
            { "demand --basal 1 mL/h --dose 1 mL --lockout 0 min --window 1 h", ["--lockout: a duration of nothing"] },
            { "demand --basal 1 mL/h --dose 1 mL --lockout 20 min --window 0 h", ["--window: a duration of nothing"] },
            { "demand --basal 1 mL/h --dose 0 mL --lockout 20 min --window 1 h", ["--dose: is nothing; expected more"] },
            { "demand --basal 1 mL/h --dose 1 mg --lockout 20 min --window 1 h", ["--dose: is not a volume"] },
            { "demand --basal 1 mg/h --dose 1 mL --lockout 20 min --window 1 h", ["--dose: is not a mass"] },
            { "demand --basal 1 mg/h --dose 1 mg --lockout 20 min --window 1 h --maximum 5 mL", ["--maximum: is not a mass"] },
            { "demand --basal 1 mL/h --dose 1 mL --lockout 20 --window 60", ["--lockout: has no unit", "--window: has no unit"] },
            {
                "demand --basal 1 mL/h --dose 1 mL --lockout 20 min --window 1 h --maximum 5 mL --maximum 6 mL",
                ["--maximum: given twice; expected once"]
            },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_answer_is_what_a_person_works_out_by_hand(string line, string answer) => Calc.AssertAnswer(line, answer);

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_worked_out_is_named_with_what_is_expected(string line, string[] problems) => Calc.AssertProblems(line, problems);
}
