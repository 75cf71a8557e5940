using System.Text;
using Neuraxial.Papers;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial plan FILE --format html</c>: the paper of one plan on standard output.</summary>
internal static class PlanPaper
{
    public static int Run(string file, Formulary formulary)
    {
        if (Inputs.Bytes(file) is not { } utf8 || Inputs.Taken(file, TherapyFile.Read(utf8, formulary)) is not { } therapy)
        {
            return ExitCode.UnusableInput;
        }

        var plan = Planner.Plan(therapy, formulary);
        var paper = Paper.Write(plan, TherapyHash.Of(utf8));
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(paper));
        return plan.IsBlocked ? ExitCode.Blocked : ExitCode.Done;
    }
}
