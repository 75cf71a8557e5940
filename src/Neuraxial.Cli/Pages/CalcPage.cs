namespace Neuraxial.Cli;

/// <summary>The answer of one calculator, with its formula and the numbers in it.</summary>
internal static class CalcPage
{
    public static void Print(Calculator calculator, CalculatorResult result) => Sheet.Print(sheet => Write(sheet, calculator, result));

    public static void Write(Sheet sheet, Calculator calculator, CalculatorResult result)
    {
        // An empty text is what this answer does not have, null what nobody knows.
        sheet.Pairs([.. result.Values.Where(value => value.Shown is not "").Select(value => new Pair(value.Key, value.Shown))]);
        foreach (var table in result.Values.Select(value => value.Table).OfType<IReadOnlyList<IReadOnlyList<string?>>>())
        {
            sheet.Columns([.. table[0].Select(cell => cell ?? "")], [.. table.Skip(1).Select(row => row.ToArray())]);
        }

        sheet.Line($"\n  {calculator.Formula}\n  {HeldTogether(result.Worked)}\n", Ink.Faint);
    }

    /// <summary>The text with each number held to its unit, where it is wrapped.</summary>
    private static string HeldTogether(string text)
    {
        var held = text.ToCharArray();
        for (var i = 1; i + 1 < held.Length; i++)
        {
            if (held[i] == ' ' && char.IsAsciiDigit(held[i - 1]) && char.IsAsciiLetter(held[i + 1]))
            {
                held[i] = '\u00a0';
            }
        }

        return new string(held);
    }
}
