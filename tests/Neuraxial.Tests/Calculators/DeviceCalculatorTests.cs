using Xunit;

namespace Neuraxial.Tests;

/// <summary>The setting of a driver in millimetres (pumps D13, to check an old device only) and the error of a delivered volume (D14).</summary>
public sealed class DeviceCalculatorTests
{
    public static TheoryData<string, string> Answers =>
        new()
        {
            { "syringe --per-volume 4 mm/mL --rate 2 mL/h", """{"setting":"8 mm/h"}""" },
            { "syringe --per-volume 4.5 mm/mL --rate 2 mL/h", """{"setting":"9 mm/h"}""" }, // O6
            { "syringe --length 48 mm --over 24 h", """{"setting":"2 mm/h"}""" }, // O5
            { "syringe --length 6 cm --over 0.5 d", """{"setting":"5 mm/h"}""" },
            { "accuracy --intended 20 mL --delivered 19.5 mL", """{"delivered":"19.5 mL","errorPercent":-2.5}""" }, // O8
            { "accuracy --intended 20 mL --before 61.1 g --after 41.6 g", """{"delivered":"19.5 mL","errorPercent":-2.5}""" }, // O7
            { "accuracy --intended 20 mL --delivered 0 mL", """{"delivered":"0 mL","errorPercent":-100}""" },
            { "accuracy --intended 20 mL --delivered 22.9 mL", """{"delivered":"22.9 mL","errorPercent":14.5}""" },
        };

    public static TheoryData<string, string[]> Faults =>
        new()
        {
            { "syringe", ["--per-volume: missing; expected --per-volume or --length"] },
            { "syringe --per-volume 4 mm/mL --length 48 mm", ["--per-volume: given beside --length; expected one of the two"] },
            { "syringe --per-volume 4 mm/mL", ["--rate: missing; expected beside --per-volume"] },
            { "syringe --length 48 mm", ["--over: missing; expected beside --length"] },
            { "syringe --length 48 mm --over 0 h", ["--over: a duration of nothing"] },
            { "syringe --length 48 mm --over 24 h --rate 2 mL/h", ["--rate: given beside --length; expected --over instead"] },
            { "syringe --per-volume 4 mm/mL --rate 2 mL/h --over 24 h", ["--over: given beside --per-volume; expected --rate instead"] },
            { "syringe --per-volume 4 mL/mm --rate 2 mL/h", ["--per-volume: expected a length per volume"] },
            { "accuracy", ["--intended: missing", "--delivered: missing; expected --delivered or --before"] },
            { "accuracy --intended 0 mL --delivered 1 mL", ["--intended: is nothing"] },
            {
                "accuracy --intended 20 mL --delivered 19.5 mL --before 61.1 g --after 41.6 g",
                ["--delivered: given beside --before; expected one of the two"]
            },
            { "accuracy --intended 20 mL --before 61.1 g", ["--after: missing; expected beside --before"] },
            { "accuracy --intended 20 mL --before 41.6 g --after 61.1 g", ["--after: is more than before; expected at most"] },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public void The_answer_is_what_a_person_works_out_by_hand(string line, string answer) => Calc.AssertAnswer(line, answer);

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_worked_out_is_named_with_what_is_expected(string line, string[] problems) => Calc.AssertProblems(line, problems);
}
