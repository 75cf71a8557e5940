using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary><c>neuraxial calc NAME</c>. What the calculators answer is tested beside them; here, that the command hands options in and answers out.</summary>
public sealed class CalcCommandTests
{
    /// <summary>One call of each calculator, a member of its JSON, and a line of its page.</summary>
    public static TheoryData<string, string, string> Calls =>
        new()
        {
            { "rate --dose 4 mg/d --concentration 10 mg/mL", "\"rate\": \"0.4 mL/d\"", "rate      0.4 mL per day" },
            { "dose --rate 0.4 mL/d --concentration 10 mg/mL", "\"dose\": \"4 mg/d\"", "dose      4 mg per day" },
            { "volume --mass 4 mg --concentration 10 mg/mL", "\"volume\": \"0.4 mL\"", "volume   0.4 mL" },
            { "weight --dose 5 ug/kg/min --weight 80 kg --concentration 1.6 mg/mL", "\"perHour\": \"15 mL/h\"", "perHour   15 mL per hour" },
            { "flex --concentration 10 mg/mL --step 18 h 3 mg --step 6 h 1 mg", "\"dose\": \"4 mg/d\"", "dose    4 mg per day" },
            { "demand --basal 4 mL/h --dose 1 mL --lockout 20 min --window 1 h", "\"total\": \"7 mL\"", "total         7 mL" },
            {
                "trial --bolus 50 ug --relief 8 h --concentration 100 ug/mL --over 10 min",
                "\"dose\": \"150 ug/d\"",
                "dose     150 microgram per day"
            },
            { "prime --fluid-path 0.4 mL --concentration 10 mg/mL", "\"mass\": \"4 mg\"", "mass     4 mg" },
            { "bridge --old 2000 ug/mL --new 500 ug/mL --dose 200 ug/d --fluid-path 0.4 mL", "\"duration\": \"96 h\"", "duration     96 hours" },
            { "lasts --fill 20 mL --reserve 2 mL --rate 0.4 mL/d", "\"lasts\": \"45 d\"", "lasts    45 days" },
            { "blend --residual 1 mL --old 10 mg/mL --fill 19 mL --new 20 mg/mL", "\"19.5 mg/mL\"", "concentration   19.5 mg per mL" },
            { "rinse --residual 1 mL --volume 4 mL --times 2 --start 25 ug/mL", "\"1 ug/mL\"", "1 microgram per mL" },
            { "residual --filled 20 mL --rate 0.4 mL/d --elapsed 40 d --measured 0.5 mL", "\"delivered\": \"19.5 mL\"", "errorPercent   +21.875 %" },
            {
                "constant-flow --reservoir 20 mL --flow 0.5 mL/d --dose 4 mg/d --stock 25 mg/mL",
                "\"stockVolume\": \"6.4 mL\"",
                "diluentVolume   13.6 mL"
            },
            { "syringe --length 48 mm --over 24 h", "\"setting\": \"2 mm/h\"", "setting   2 mm per hour" },
            { "accuracy --intended 20 mL --delivered 19 mL", "\"delivered\": \"19 mL\"", "errorPercent   -5 %" },
            {
                "mix --total 40 mL --drug morphine=3.5 mg/mL from 50 mg/mL --drug bupivacaine=0.5 % from 2 %",
                "\"diluent\": \"27.2 mL\"",
                "parts     morphine 2.8 mL (140 mg); bupivacaine 10 mL (200 mg)"
            },
            { "assay --expected 10 mg/mL --measured 8.51 mg/mL", "\"errorPercent\": -14.9", "severity       within tolerance" },
            { "convert --drug morphine --from oral --to intrathecal --dose 240 mg/d", "\"high\": \"24 mg/d\"", "high           24 mg per day" },
        };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Every_calculator_answers_in_JSON_and_in_words(string line, string member, string shown)
    {
        var json = Cli.Run([.. Arguments(line), "--format", "json"]).Done();
        Assert.Equal(JsonValueKind.Object, json.Json().ValueKind);
        Assert.Contains(member, json.Text, StringComparison.Ordinal);
        var text = Cli.Run(Arguments(line)).Done().Text;
        Assert.Contains(shown, text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains(
            $" {Calculator.Find(line.Split(' ')[0])!.Formula} ",
            text.Replace("\n  ", " ", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Every_calculator_stands_in_the_table() =>
        Assert.Equal(Calculator.All.Select(calculator => calculator.Name), Calls.Select(row => row.Data.Item1.Split(' ')[0]), StringComparer.Ordinal);

    [Theory]
    [InlineData("rate --dose 4 mg/d", "calc rate: --concentration: missing; expected concentration of the drug, as \"10 mg/mL\"")]
    [InlineData("rate --dose 4 --concentration 10 mg/mL", "calc rate: --dose: '4' has no unit; expected a dose rate such as '1.5 mg/d'")]
    [InlineData("rate --dose 4 mg/d --dose 5 mg/d --concentration 10 mg/mL", "calc rate: --dose: given twice; expected once")]
    public void What_is_missing_wrong_or_given_twice_is_named(string line, string problem) => Cli.Run(Arguments(line)).Unusable(problem);

    [Fact]
    public void Every_problem_of_the_options_is_reported_at_once() =>
        Cli.Run("calc", "bridge", "--old", "500", "--new", "2,5 mg/mL", "--fluid-path", "0.4 mL", "--format", "json")
            .Unusable(
                "calc bridge: --dose: missing; expected wanted dose, as \"250 ug/d\"",
                "calc bridge: --old: '500' has no unit; expected a concentration such as '1.5 mg/mL'",
                "calc bridge: --new: '2,5 mg/mL' has a comma, which is read as a point in some countries and as a group separator in others; write 1.5 or 1500"
            );

    [Fact]
    public void An_option_that_no_calculator_takes_is_named() =>
        Assert.Contains(
            "neuraxial calc rate: Unrecognized command or argument '--colour'; see 'neuraxial calc rate --help'",
            Cli.Run("calc", "rate", "--dose", "4 mg/d", "--colour", "red").Unusable().ErrorLines,
            StringComparer.Ordinal
        );

    [Fact]
    public void A_calculator_that_does_not_exist_is_named() =>
        Assert.Contains(
            "neuraxial calc: Unrecognized command or argument 'bridges'; see 'neuraxial calc --help'",
            Cli.Run("calc", "bridges").Unusable().ErrorLines,
            StringComparer.Ordinal
        );

    [Fact]
    public void The_tolerance_of_a_residual_comes_from_the_formulary_given() =>
        Cli.Run([.. Arguments("residual --filled 20 mL --rate 0.4 mL/d --elapsed 40 d --measured 4 mL"), "--formulary", Examples.Service]).Done();

    /// <summary>However a repeated option is handed in, each drug is a drug of the mixture.</summary>
    [Theory]
    [InlineData("--drug", "morphine=3.5 mg/mL from 50 mg/mL", "--drug", "bupivacaine=0.5 % from 2 %")]
    [InlineData("--drug", "morphine=3.5 mg/mL from 50 mg/mL", "bupivacaine=0.5 % from 2 %")]
    [InlineData("--drug=morphine=3.5 mg/mL from 50 mg/mL", "--drug=bupivacaine=0.5 % from 2 %")]
    public void A_mixture_is_handed_in_drug_by_drug(params string[] drugs) =>
        Assert.Equal(
            "27.2 mL",
            Cli.Run(["calc", "mix", "--total", "40 mL", .. drugs, "--format", "json"]).Done().Json().GetProperty("diluent").GetString()
        );

    [Theory]
    [InlineData("mix --total 20 mL --drug morphine=10 mg/mL from 10 mg/mL", ExitCode.Done)]
    [InlineData("mix --total 20 mL --drug morphine=10.1 mg/mL from 10 mg/mL", ExitCode.Blocked)]
    [InlineData("assay --expected 10 mg/mL --measured 11.49 mg/mL", ExitCode.Done)]
    [InlineData("assay --expected 10 mg/mL --measured 11.51 mg/mL", ExitCode.Blocked)]
    public void An_answer_that_blocks_is_printed_and_exits_with_1(string line, int exit)
    {
        Assert.Equal(JsonValueKind.Object, Cli.Run([.. Arguments(line), "--format", "json"]).Done(exit).Json().ValueKind);
        Assert.Contains(
            Calculator.Find(line.Split(' ')[0])!.Formula.Split(' ')[0],
            Cli.Run(Arguments(line)).Done(exit).Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>The words of a line as a shell hands them over: what follows an option is one word, with its spaces.</summary>
    private static string[] Arguments(string line)
    {
        var parts = line.Split(" --");
        return
        [
            "calc",
            parts[0],
            .. parts.Skip(1).SelectMany(part => part.Split(' ', 2) is [var name, var value] ? new[] { "--" + name, value } : ["--" + part]),
        ];
    }
}
