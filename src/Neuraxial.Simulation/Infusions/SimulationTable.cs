namespace Neuraxial.Simulation;

/// <summary>A simulation as a table: a row for each time, a column for each curve, named with its unit.</summary>
public static class SimulationTable
{
    /// <summary>The table.</summary>
    /// <param name="simulation">What was found.</param>
    public static Table Of(TherapySimulation simulation) => new([.. Columns(simulation)]);

    private static IEnumerable<TableColumn> Columns(TherapySimulation simulation)
    {
        yield return new TableColumn("time h", simulation.Hours);
        foreach (var drug in simulation.Drugs)
        {
            foreach (
                var (site, curves) in ((string, IReadOnlyList<KeyValuePair<Level, double[]>>)[])
                    [("csf", drug.Csf), ("cord", drug.Cord), ("epidural", drug.Epidural)]
            )
            {
                foreach (var (place, values) in curves)
                {
                    yield return new TableColumn($"{drug.Drug.Id} {site} {place} ng/mL", values);
                }
            }

            yield return new TableColumn($"{drug.Drug.Id} cistern ng/mL", drug.Cistern);
            yield return new TableColumn($"{drug.Drug.Id} plasma ng/mL", drug.Plasma);
            if (drug.Effect is { } effect)
            {
                yield return new TableColumn($"{drug.Drug.Id} effect ng/mL", effect);
            }
        }
    }
}
