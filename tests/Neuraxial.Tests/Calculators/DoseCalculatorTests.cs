using Xunit;

namespace Neuraxial.Tests;

/// <summary>Dose, rate, volume, weight, the day's steps and a trial bolus: by hand on the left of the bar, what must come out on the right.</summary>
public sealed class DoseCalculatorTests
{
    public static TheoryData<string, string> Answers =>
        new()
        {
            { "rate --dose 4.8 mg/d --concentration 10 mg/mL", """{"rate":"0.48 mL/d","perHour":"0.02 mL/h"}""" },
            { "rate --dose 0.2 mg/h --concentration 10 mg/mL", """{"rate":"0.48 mL/d","perHour":"0.02 mL/h"}""" },
            { "rate --dose 12 mcg/d --concentration 1000 mcg/mL", """{"rate":"0.012 mL/d","perHour":"0.0005 mL/h"}""" }, // HZ-09: never shown as 0.001
            { "rate --dose 0 mg/d --concentration 10 mg/mL", """{"rate":"0 mL/d","perHour":"0 mL/h"}""" },
            { "dose --rate 0.4 mL/d --concentration 12 mg/mL", """{"dose":"4.8 mg/d","perHour":"200 ug/h"}""" },
            { "dose --rate 2 mL/h --concentration 1 mg/mL", """{"dose":"48 mg/d","perHour":"2 mg/h"}""" },
            { "dose --rate 0.048 mL/d --concentration 5 ug/mL", """{"dose":"0.24 ug/d","perHour":"0.01 ug/h"}""" },
            { "dose --rate 2 mL/h --concentration 0 mg/mL", """{"dose":"0 ug/d","perHour":"0 ug/h"}""" },
            { "volume --mass 100 mg --concentration 50 mg/mL", """{"volume":"2 mL"}""" },
            { "volume --mass 60 ug --concentration 500 ug/mL", """{"volume":"0.12 mL"}""" },
            { "volume --mass 0 mg --concentration 50 mg/mL", """{"volume":"0 mL"}""" },
            { "weight --dose 2 ug/kg/h --weight 50 kg --concentration 10 ug/mL", """{"rate":"240 mL/d","perHour":"10 mL/h"}""" },
            { "weight --dose 0.1 mg/kg/d --weight 60000 g --concentration 2 mg/mL", """{"rate":"3 mL/d","perHour":"0.125 mL/h"}""" },
            {
                "flex --concentration 500 ug/mL --step 12 h 60 ug --step 12 h 120 ug",
                """{"dose":"180 ug/d","rate":"0.36 mL/d","steps":[{"duration":"12 h","rate":"0.24 mL/d"},{"duration":"12 h","rate":"0.48 mL/d"}]}"""
            },
            {
                "flex --concentration 2 mg/mL --step 30 min 1 mg --step 23.5 h 0 mg",
                """{"dose":"1 mg/d","rate":"0.5 mL/d","steps":[{"duration":"0.5 h","rate":"24 mL/d"},{"duration":"23.5 h","rate":"0 mL/d"}]}"""
            },
            {
                "flex --concentration 10 mg/mL --step 1 d 5 mg",
                """{"dose":"5 mg/d","rate":"0.5 mL/d","steps":[{"duration":"24 h","rate":"0.5 mL/d"}]}"""
            },
            {
                "trial --bolus 50 ug --relief 8 h --concentration 100 ug/mL --over 10 min",
                """{"bolus":"0.5 mL","every":"8 h","dose":"150 ug/d","rate":"1.5 mL/d","perDay":3}"""
            },
            {
                "trial --bolus 1 mg --relief 2 d --concentration 10 mg/mL --over 2 d",
                """{"bolus":"0.1 mL","every":"48 h","dose":"500 ug/d","rate":"0.05 mL/d","perDay":0.5}"""
            },
        };

    public static TheoryData<string, string[]> Faults =>
        new()
        {
            { "rate", ["--dose: missing; expected dose rate", "--concentration: missing; expected concentration"] },
            { "rate --dose 4 mg/d", ["--concentration: missing"] },
            { "rate --dose 4 mg/d --dose 4 mg/d --concentration 10 mg/mL", ["--dose: given twice; expected once"] },
            { "rate --dose 4 mg/d --strength 10 mg/mL --concentration 10 mg/mL", ["--strength: unknown; expected one of --dose, --concentration"] },
            { "rate --dose 4 mg/d --concentration 0 mg/mL", ["--concentration: is nothing; expected more"] },
            { "rate --dose 4 --concentration 10 mg/mL", ["--dose: '4' has no unit; expected a dose rate"] },
            { "rate --dose 4 mL/d --concentration 10 mg/mL", ["--dose: is not a dose rate"] }, // HZ-03: a rate where a dose belongs
            { "rate --dose 4 mg/d --concentration 0.5 %", ["--concentration: per cent is read only for the concentration of a local anaesthetic"] },
            { "rate --dose 4,8 mg/d --concentration 10 mg", ["--dose: has a comma", "--concentration: is not a concentration"] },
            { "dose --rate 4 mg/d --concentration 12 mg/mL", ["--rate: is not a flow rate"] },
            { "dose --rate -0.4 mL/d --concentration 12 mg/mL", ["--rate: no sign"] },
            { "volume --mass 100 mg --concentration 0 mg/mL", ["--concentration: is nothing; expected more"] },
            { "volume --mass 100 mg/d --concentration 5 mg/mL", ["--mass: is not a mass"] },
            { "weight --dose 5 ug/kg/min --weight 82 --concentration 1.6 mg/mL", ["--weight: has no unit"] },
            { "weight --dose 5 ug/min --weight 82 kg --concentration 1.6 mg/mL", ["--dose: is not a dose rate per body weight"] },
            { "weight --dose 5 ug/kg/min --weight 82 kg --concentration 0 mg/mL", ["--concentration: is nothing"] },
            { "flex --concentration 500 ug/mL", ["--step: missing; expected duration and mass of a step"] },
            { "flex --concentration 0 ug/mL --step 24 h 1 ug", ["--concentration: is nothing"] },
            { "flex --concentration 500 ug/mL --step 12 h 60 ug --step 11 h 120 ug", ["--step: the steps make 23 h; expected 24 h exactly"] },
            { "flex --concentration 500 ug/mL --step 12 h 60 ug --step 13 h 120 ug", ["--step: the steps make 25 h; expected 24 h exactly"] },
            { "flex --concentration 500 ug/mL --step 12h 60ug --step 12 h 1 ug", ["--step: step 1, '12h 60ug': no duration and mass"] },
            { "flex --concentration 500 ug/mL --step 12 h 60 mL --step 12 h 1 ug", ["--step: is not a mass"] },
            { "flex --concentration 500 ug/mL --step 24 h 60 ug --step 0 h 1 ug", ["--step: step 2, '0 h 1 ug': a duration of nothing"] },
            {
                "trial --bolus 50 ug --relief 8 h --concentration 100 ug/mL --over 9 h",
                ["--over: 9 h is longer than the relief; expected at most 8 h"]
            },
            {
                "trial --bolus 50 ug --relief 0 h --concentration 0 ug/mL --over 0 min",
                ["--relief: a duration of nothing", "--concentration: is nothing", "--over: a duration of nothing"]
            },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_answer_is_what_a_person_works_out_by_hand(string line, string answer) => Calc.AssertAnswer(line, answer);

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_worked_out_is_named_with_what_is_expected(string line, string[] problems) => Calc.AssertProblems(line, problems);
}
