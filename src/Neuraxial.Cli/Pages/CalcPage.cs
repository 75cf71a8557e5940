namespace Neuraxial.Cli;

/// <summary>The answer of one calculator, with its formula and the numbers in it.</summary>
internal static class CalcPage
{
    public static void Print(Calculator calculator, CalculatorResult result) =>
        Sheet.Print(sheet =>
        {
            sheet.Pairs([.. result.Values.Select(value => new Pair(value.Key, value.Shown))]);
            sheet.Line($"\n  {calculator.Formula}\n  {result.Worked}\n", Ink.Faint);
        });
}
