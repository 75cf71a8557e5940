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
            foreach (var column in Columns(drug.Drug.Id, drug.Curves))
            {
                yield return column;
            }

            foreach (var column in drug.Metabolites.SelectMany(metabolite => Columns($"{drug.Drug.Id} as {metabolite.Drug.Id}", metabolite)))
            {
                yield return column;
            }
        }
    }

    private static IEnumerable<TableColumn> Columns(string name, SubstanceCurves curves)
    {
        foreach (
            var (site, places) in ((string, IReadOnlyList<KeyValuePair<Level, double[]>>)[])
                [("csf", curves.Csf), ("cord", curves.Cord), ("epidural", curves.Epidural)]
        )
        {
            foreach (var (place, values) in places)
            {
                yield return new TableColumn($"{name} {site} {place} ng/mL", values);
            }
        }

        yield return new TableColumn($"{name} cistern ng/mL", curves.Cistern);
        yield return new TableColumn($"{name} plasma ng/mL", curves.Plasma);
        if (curves.Effect is { } effect)
        {
            yield return new TableColumn($"{name} effect ng/mL", effect);
        }
    }
}
