using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using Xunit;

namespace Neuraxial.Tests;

/// <summary>What holds for every calculator: the members of its JSON, that no input is assumed, that every fault is named, and that none of it throws.</summary>
public sealed partial class CalculatorContractTests
{
    /// <summary>One call of each calculator, and the members of its answer. Members are added, never renamed.</summary>
    public static TheoryData<string, string> Members =>
        new()
        {
            { "rate --dose 4 mg/d --concentration 10 mg/mL", "rate, perHour" },
            { "dose --rate 0.4 mL/d --concentration 10 mg/mL", "dose, perHour" },
            { "volume --mass 4 mg --concentration 10 mg/mL", "volume" },
            { "lasts --fill 20 mL --reserve 2 mL --rate 0.4 mL/d", "lasts, until, reason" },
            { "flex --concentration 10 mg/mL --step 24 h 4 mg", "dose, rate, steps" },
            { "demand --basal 4 mL/h --dose 1 mL --lockout 20 min --window 1 h", "count, basalTotal, demandTotal, total" },
            { "prime --fluid-path 0.4 mL --concentration 10 mg/mL", "volume, mass" },
            {
                "bridge --old 10 mg/mL --new 20 mg/mL --dose 4 mg/d --fluid-path 0.3 mL",
                "volume, rate, duration, programmed, delivered, shownDose, unbridged"
            },
            { "blend --residual 1 mL --old 10 mg/mL --fill 19 mL --new 20 mg/mL", "concentration" },
            { "rinse --residual 1 mL --volume 2 mL --times 3 --start 25 ug/mL", "concentrations" },
            { "residual --filled 20 mL --rate 0.4 mL/d --elapsed 40 d --measured 4 mL", "expected, delivered, intended, errorPercent, severity" },
            {
                "constant-flow --reservoir 20 mL --flow 0.5 mL/d --dose 4 mg/d --stock 25 mg/mL",
                "lasts, drug, stockVolume, diluentVolume, concentration"
            },
            { "syringe --length 48 mm --over 24 h", "setting" },
            { "accuracy --intended 20 mL --delivered 19 mL", "delivered, errorPercent" },
            { "weight --dose 5 ug/kg/min --weight 82 kg --concentration 1.6 mg/mL", "rate, perHour" },
            {
                "convert --drug morphine --from oral --to intrathecal --dose 240 mg/d",
                "from, to, given, band, low, high, reductions, chained, refused, onFile, secondPerson"
            },
            { "trial --bolus 50 ug --relief 8 h --concentration 100 ug/mL --over 10 min", "bolus, every, dose, rate, perDay" },
            { "mix --total 40 mL --drug morphine=3.5 mg/mL from 50 mg/mL", "parts, diluent, block" },
            { "assay --expected 10 mg/mL --measured 9 mg/mL", "errorPercent, severity" },
        };

    public static TheoryData<string> Names => [.. Calculator.All.Select(calculator => calculator.Name)];

    [Theory]
    [MemberData(nameof(Members))]
    public void The_answer_has_the_members_of_the_contract(string line, string members) =>
        Assert.Equal(members, string.Join(", ", Calc.Answer(line).EnumerateObject().Select(member => member.Name)));

    [Fact]
    public void Every_calculator_stands_in_the_table_of_members() =>
        Assert.Equal(
            Calculator.All.Select(calculator => calculator.Name).Order(StringComparer.Ordinal),
            Members.Select(row => row.Data.Item1.Split(' ')[0]).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_members_of_a_step_and_of_what_is_not_bridged_are_named()
    {
        var step = Calc.Answer("flex --concentration 10 mg/mL --step 24 h 4 mg").GetProperty("steps")[0];
        Assert.Equal("duration, rate", string.Join(", ", step.EnumerateObject().Select(member => member.Name)));
        var unbridged = Calc.Answer("bridge --old 10 mg/mL --new 20 mg/mL --dose 4 mg/d --fluid-path 0.3 mL").GetProperty("unbridged");
        Assert.Equal("dose, duration", string.Join(", ", unbridged.EnumerateObject().Select(member => member.Name)));
    }

    [Theory]
    [Trait("Hazard", "HZ-07")]
    [MemberData(nameof(Names))]
    public void Nothing_that_is_required_is_assumed(string name)
    {
        var problems = Calc.Problems(name);
        foreach (var input in Calculator.Find(name)!.Inputs.Where(input => input.Kind is InputKind.Required or InputKind.Repeated))
        {
            Assert.Contains($"--{input.Name}: missing; expected {input.Description}", problems, StringComparer.Ordinal);
        }

        Assert.NotEmpty(problems);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_option_that_is_unknown_or_given_twice_is_named(string name)
    {
        Assert.Contains(
            Calc.Problems($"{name} --colour red"),
            problem => problem.StartsWith("--colour: unknown; expected one of --", StringComparison.Ordinal)
        );
        foreach (var input in Calculator.Find(name)!.Inputs.Where(input => input.Kind is InputKind.Required or InputKind.Optional))
        {
            Assert.Contains(
                $"--{input.Name}: given twice; expected once",
                Calc.Problems($"{name} --{input.Name} 1 mL --{input.Name} 1 mL"),
                StringComparer.Ordinal
            );
        }
    }

    [Theory]
    [Trait("Hazard", "HZ-01")]
    [MemberData(nameof(Members))]
    public void A_bare_number_is_no_quantity(string line, string members)
    {
        Assert.NotEmpty(members);
        foreach (var option in line.Split(" --").Skip(1).Where(option => !option.StartsWith("times ", StringComparison.Ordinal)))
        {
            var name = option[..option.IndexOf(' ', StringComparison.Ordinal)];
            Assert.Contains(
                Calc.Problems(line.Replace(option, $"{name} 7", StringComparison.Ordinal)),
                problem => problem.StartsWith($"--{name}: ", StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_formula_is_shown_with_the_numbers_in_it(string name)
    {
        var line = Members.Select(row => row.Data.Item1).Single(candidate => candidate.Split(' ')[0] == name);
        var worked = Calc.Run(line).Content!.Worked;
        Assert.NotEmpty(Calculator.Find(name)!.Formula);
        Assert.Matches("[0-9]", worked);
    }

    [Theory]
    [Trait("Hazard", "HZ-13")]
    [MemberData(nameof(Names))]
    public void Numbers_far_apart_give_an_answer_or_a_problem_and_never_an_exception(string name)
    {
        // What the grammar reads at its ends: nothing, the smallest, the largest, a fraction without end.
        string[] numbers = ["0", "0.0000000001", "0.000001", "0.0001", "0.3333333333", "1", "7", "1000", "999999", "1000000", "999999999", "36524"];
        var inputs = Calculator.Find(name)!.Inputs;
        Gen.OneOf(numbers)
            .Array[24]
            .Sample(
                picked =>
                {
                    var line = name;
                    for (var i = 0; i < inputs.Count; i++)
                    {
                        line += i % 5 == 4 && picked[23] == "0" ? "" : $" --{inputs[i].Name} {Filled(inputs[i], picked[2 * i], picked[(2 * i) + 1])}";
                    }

                    var reading = Calc.Run(line);
                    Assert.True(reading.Content is not null || reading.Problems.Count > 0);
                    if (reading.Content is { } result)
                    {
                        Assert.Equal(JsonValueKind.Object, Calc.Json(result).ValueKind);
                    }
                },
                iter: 3_000
            );
    }

    /// <summary>The example of an input with other numbers in it.</summary>
    private static string Filled(CalculatorInput input, string first, string second) =>
        input.Name switch
        {
            "at" => "2026-11-24T10:00:00Z",
            "drug" when Calculator.Find("mix")!.Inputs.Contains(input) => first == "0"
                ? $"morphine={second} mg/mL from {first} mg/mL"
                : $"morphine={first} ng/mL from {second} mg/mL",
            "drug" => "morphine",
            "to-drug" => first.Length % 2 == 0 ? "morphine" : "hydromorphone",
            "from" => first.Length % 3 == 0 ? "oral" : "intravenous",
            "to" => second.Length % 2 == 0 ? "epidural" : "intrathecal",
            "times" => string.Create(CultureInfo.InvariantCulture, $"{(first.Length * 3 % 20) + 1}"),
            "first-at-zero" => "",
            "lockout-from" => first.Length % 2 == 0 ? "start" : "end",
            "step" => first == "0" ? $"24 h {second} kg" : $"12 h {first} kg --step 12 h {second} ng",
            "bolus-duration" => $"{first} min",
            "tubing-minimum" or "tubing-maximum" => $"{first} mL",
            "dose" when Calculator.Find("demand")!.Inputs.Contains(input) => $"{first} mL",
            _ => $"{first} {Example().Match(input.Description).Groups["unit"].Value}",
        };

    [GeneratedRegex("\"[0-9.]+ (?<unit>[^\"]+)\"", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Example();
}
