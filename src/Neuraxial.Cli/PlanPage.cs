namespace Neuraxial.Cli;

internal static class PlanPage
{
    public static void Write(List<Plan> plans) => Console.Out.WriteLine(plans.Count);
}
