namespace Neuraxial;

/// <summary>Where a recipe's step of the rate comes from.</summary>
internal enum StepOrigin
{
    /// <summary>The recipe says it.</summary>
    Stated,

    /// <summary>The catalogue's step of the rate.</summary>
    RateStep,

    /// <summary>One stroke of the pump a day.</summary>
    Stroke,

    /// <summary>Nobody knows it: only a way of looking, and said so.</summary>
    Search,

    /// <summary>There is nothing to set: the flow is built in, or fixed by the recipe.</summary>
    None,
}

/// <summary>The rates that a recipe may use.</summary>
/// <param name="Step">Every rate is a whole number of these.</param>
/// <param name="Origin">Where the step comes from.</param>
/// <param name="Least">The lowest that the pump gives; <see langword="null"/> if not known.</param>
/// <param name="Most">The highest that the pump gives; <see langword="null"/> if not known.</param>
/// <param name="Fixed">The one rate, if there is no choice.</param>
internal sealed record RecipeFlows(FlowRate Step, StepOrigin Origin, FlowRate? Least, FlowRate? Most, FlowRate? Fixed)
{
    // Ways of looking, no figures of a device: fine enough that no dose is missed by much, and round enough to be typed. Their use is always said.
    private static readonly FlowRate SearchByHour = FlowRate.FromMillilitresPerHour(0.1m);
    private static readonly FlowRate SearchByDay = FlowRate.FromMillilitresPerDay(0.001m);

    public static RecipeFlows Of(Recipe recipe)
    {
        var pump = recipe.Pump.Model;
        var byHour = pump.Semantics.RateUnit?.Value is RateUnit.MillilitresPerHour or RateUnit.VolumeOverDuration;
        var built = pump.IsConstantFlow ? recipe.Pump.Flow ?? pump.NominalFlow?.Quantity<FlowRate>() : null;
        var (step, origin) =
            (built ?? recipe.Rate) is { } only ? (only, StepOrigin.None)
            : recipe.RateStep is { } stated ? (stated, StepOrigin.Stated)
            : pump.RateStep?.Quantity<FlowRate>() is { } known ? (known, StepOrigin.RateStep)
            : pump.Stroke?.Quantity<Volume>() is { } stroke && !byHour ? (stroke / Durations.OneDay, StepOrigin.Stroke)
            : (byHour ? SearchByHour : SearchByDay, StepOrigin.Search);
        return new RecipeFlows(step, origin, pump.MinimumFlow?.Quantity<FlowRate>(), pump.MaximumFlow?.Quantity<FlowRate>(), built ?? recipe.Rate);
    }

    /// <summary>The lowest rate on a step that is not below a flow; at least one step.</summary>
    public FlowRate Up(FlowRate flow) => Step * decimal.Max(1m, decimal.Ceiling(flow / Step));

    /// <summary>The highest rate on a step that is not above a flow; zero if there is none.</summary>
    public FlowRate Down(FlowRate flow) => Step * decimal.Floor(flow / Step);
}
