namespace Neuraxial.Cli.Tests;

/// <summary>Pages as the command prints them.</summary>
internal static class Printed
{
    /// <summary>Wide enough that nothing wraps: a sentence is a line.</summary>
    public const int Endless = 100_000;

    /// <summary>Every example, and the small therapies with what no example holds.</summary>
    public static IReadOnlyList<Plan> Plans { get; } =
    [
        .. Examples.Names.Select(Examples.Plan),
        .. new[]
        {
            Therapies.Full,
            Therapies.Full.With("$.bridge", null),
            Therapies.Flex,
            Therapies.Periodic,
            Therapies.Demand,
            Therapies.ConstantFlow,
            Therapies.Continuous.With("$.fill.volume", "\"2100 mL\""),
            Therapies.Continuous.With("$.pump.model", "\"graseby-ms26\""),
            Therapies.Demand.With("$.program.demand.lockout", "\"10 s\"").With("$.program.demand.duration", null),
        }.Select(json => Planner.Plan(Therapies.Read(json), Formulary.BuiltIn)),
    ];

    public static string Page(Plan plan, int width)
    {
        var sheet = new Sheet(width);
        PlanPage.Write(sheet, plan);
        return sheet.ToString();
    }

    public static string Compared(IEnumerable<Plan> plans, int width)
    {
        var sheet = new Sheet(width);
        ComparePage.Write(sheet, [.. plans.Select(Alternative.Of)]);
        return sheet.ToString();
    }
}
