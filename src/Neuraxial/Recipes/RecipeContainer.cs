namespace Neuraxial;

/// <summary>What goes into the container of a recipe's pump, and what must stay in it.</summary>
/// <param name="MostFill">The most that can be filled in: the fixed fill, else what goes in beside the residual.</param>
/// <param name="Low">At what volume the refill is due: the alarm volume, or zero where there is none.</param>
internal sealed record RecipeContainer(Volume MostFill, Volume Low)
{
    /// <summary>What the container of a pump holds, the largest where there are several; <see langword="null"/> if not known.</summary>
    public static Volume? CapacityOf(Pump pump) => pump.Reservoir?.Quantity<Volume>() ?? pump.Reservoir?.HighQuantity<Volume>();

    public static RecipeContainer Of(Recipe recipe)
    {
        // The reader asks for a fill where the container is not known.
        var most = recipe.Fill ?? Room(recipe, CapacityOf(recipe.Pump.Model)!.Value);
        return new RecipeContainer(most, recipe.Pump.AlarmVolume ?? Volume.Zero);
    }

    /// <summary>Whether a fill goes in beside the residual.</summary>
    public static bool Holds(Recipe recipe, Volume fill) => CapacityOf(recipe.Pump.Model) is not { } capacity || fill <= Room(recipe, capacity);

    /// <summary>
    /// What goes in beside the residual. What the pump itself cannot give back takes no room of what its maker calls the capacity
    /// (docs/decisions/0003); what was left besides does.
    /// </summary>
    private static Volume Room(Recipe recipe, Volume capacity)
    {
        var figure = recipe.Pump.Model.Residual;
        var own = figure?.HighQuantity<Volume>() ?? figure?.Quantity<Volume>() ?? Volume.Zero;
        var left = recipe.Residual?.Volume ?? Volume.Zero;
        if (left <= own)
        {
            return capacity;
        }

        return capacity > left - own ? capacity - (left - own) : Volume.Zero;
    }
}
