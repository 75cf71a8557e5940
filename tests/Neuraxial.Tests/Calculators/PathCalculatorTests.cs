using Xunit;

namespace Neuraxial.Tests;

/// <summary>Priming and bridging of the fluid path (pumps D6, D7).</summary>
public sealed class PathCalculatorTests
{
    public static TheoryData<string, string> Answers =>
        new()
        {
            { "prime --fluid-path 0.4 mL --concentration 10 mg/mL", """{"volume":"0.4 mL","mass":"4 mg"}""" },
            // X3 with the tubing of today: 0.140 + 89 x 0.0022 = 0.3358 mL, 167.9 ug
            {
                "prime --tubing 0.140 mL --length 89 cm --per-length 0.0022 mL/cm --concentration 500 ug/mL",
                """{"volume":"0.3358 mL","mass":"167.9 ug"}"""
            },
            // primed on the back table: the catheter alone
            { "prime --length 89 cm --per-length 0.0022 mL/cm --concentration 500 ug/mL", """{"volume":"0.1958 mL","mass":"97.9 ug"}""" },
            { "prime --fluid-path 0.4 mL --concentration 0 mg/mL", """{"volume":"0.4 mL","mass":"0 ug"}""" },
            // 0.3 mL of 10 mg/mL at 4 mg a day runs 0.75 d; the pump is told 0.3 x 20 mg. Not bridged: 2 mg a day for 0.3 / 0.2 d.
            {
                "bridge --old 10 mg/mL --new 20 mg/mL --dose 4 mg/d --fluid-path 0.3 mL",
                """{"volume":"0.3 mL","rate":"0.4 mL/d","duration":"18 h","programmed":"6 mg","delivered":"3 mg","shownDose":"8 mg/d","unbridged":{"dose":"2 mg/d","duration":"36 h"}}"""
            },
            // rise: the smallest tubing, 0.1 + 0.2 mL
            {
                "bridge --old 10 mg/mL --new 20 mg/mL --dose 4 mg/d --tubing-minimum 0.1 mL --tubing-maximum 0.2 mL --length 100 cm --per-length 0.002 mL/cm",
                """{"volume":"0.3 mL","rate":"0.4 mL/d","duration":"18 h","programmed":"6 mg","delivered":"3 mg","shownDose":"8 mg/d","unbridged":{"dose":"2 mg/d","duration":"36 h"}}"""
            },
            // fall: the largest, 0.2 + 0.2 mL at 0.2 mL/d. Not bridged: 8 mg a day for 0.4 / 0.4 d.
            {
                "bridge --old 20 mg/mL --new 10 mg/mL --dose 4 mg/d --tubing-minimum 0.1 mL --tubing-maximum 0.2 mL --length 100 cm --per-length 0.002 mL/cm",
                """{"volume":"0.4 mL","rate":"0.2 mL/d","duration":"48 h","programmed":"4 mg","delivered":"8 mg","shownDose":"2 mg/d","unbridged":{"dose":"8 mg/d","duration":"24 h"}}"""
            },
            // X1 with the tubing of today: 0.3358 mL, 16.1184 h
            {
                "bridge --old 500 ug/mL --new 2000 ug/mL --dose 250 ug/d --tubing 0.140 mL --length 89 cm --per-length 0.0022 mL/cm",
                """{"volume":"0.3358 mL","rate":"0.5 mL/d","duration":"16.1184 h","programmed":"671.6 ug","delivered":"167.9 ug","shownDose":"1 mg/d","unbridged":{"dose":"62.5 ug/d","duration":"64.4736 h"}}"""
            },
        };

    public static TheoryData<string, string[]> Faults =>
        new()
        {
            { "prime --concentration 10 mg/mL", ["--fluid-path: missing; expected --fluid-path, or --length and --per-length with --tubing"] },
            { "prime --length 89 cm --concentration 10 mg/mL", ["--fluid-path: missing"] },
            { "prime --tubing 0.140 mL --concentration 10 mg/mL", ["--fluid-path: missing"] },
            {
                "prime --fluid-path 0.4 mL --tubing 0.140 mL --concentration 10 mg/mL",
                ["--tubing: given beside --fluid-path; expected one or the other"]
            },
            {
                "prime --fluid-path 0.4 mL --tubing 0.140 mL --length 89 cm --per-length 0.0022 mL/cm --concentration 10 mg/mL",
                ["--tubing: given beside --fluid-path", "--length: given beside --fluid-path", "--per-length: given beside --fluid-path"]
            },
            { "prime --fluid-path 0 mL --concentration 10 mg/mL", ["--fluid-path: is nothing"] },
            { "prime --length 0 cm --per-length 0 mL/cm --concentration 10 mg/mL", ["--length: is nothing", "--per-length: is nothing"] },
            { "prime --fluid-path 0.4 mL", ["--concentration: missing"] },
            { "prime --fluid-path 40 cm --concentration 10 mg/mL", ["--fluid-path: is not a volume"] },
            {
                "prime --tubing-minimum 0.1 mL --fluid-path 0.4 mL --concentration 10 mg/mL",
                ["--tubing-minimum: unknown", "--tubing-minimum: given beside --fluid-path"]
            },
            { "bridge", ["--old: missing", "--new: missing", "--dose: missing", "--fluid-path: missing"] },
            {
                "bridge --old 0 mg/mL --new 0 mg/mL --dose 0 mg/d --fluid-path 0.3 mL",
                ["--old: is nothing", "--new: is nothing", "--dose: is nothing"]
            },
            {
                "bridge --old 10 mg/mL --new 20 mg/mL --dose 4 mg/d --tubing-minimum 0.1 mL --length 100 cm --per-length 0.002 mL/cm",
                ["--tubing: expected either --tubing, or both --tubing-minimum and --tubing-maximum"]
            },
            {
                "bridge --old 10 mg/mL --new 20 mg/mL --dose 4 mg/d --tubing 0.1 mL --tubing-minimum 0.1 mL --tubing-maximum 0.2 mL --length 100 cm --per-length 0.002 mL/cm",
                ["--tubing: expected either --tubing, or both"]
            },
            {
                "bridge --old 10 mg/mL --new 20 mg/mL --dose 4 mg/d --tubing-minimum 0.3 mL --tubing-maximum 0.2 mL --length 100 cm --per-length 0.002 mL/cm",
                ["--tubing-minimum: 0.3 mL is more than the maximum; expected at most 0.2 mL"]
            },
            {
                "bridge --old 10 mg/mL --new 20 mg/mL --dose 0.1 ug/d --fluid-path 1 L",
                ["--dose: takes more than a hundred years to clear 1000 mL; expected a larger dose"]
            },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_answer_is_what_a_person_works_out_by_hand(string line, string answer) => Calc.AssertAnswer(line, answer);

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_worked_out_is_named_with_what_is_expected(string line, string[] problems) => Calc.AssertProblems(line, problems);
}
