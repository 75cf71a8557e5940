namespace Neuraxial.Cli;

internal static class CalcPage
{
    public static void Write(Calculator calculator, CalculatorResult result) => Console.Out.WriteLine(result.Worked);
}
