using System.Globalization;

namespace Neuraxial.Simulation;

/// <summary>A simulation as a table: a row for each time, a column for each curve.</summary>
public static class SimulationTable
{
    /// <summary>The columns: a name with its unit, and one value for each time.</summary>
    /// <param name="simulation">What was found.</param>
    public static IEnumerable<(string Name, IReadOnlyList<double> Values)> Columns(TherapySimulation simulation)
    {
        yield return ("time h", simulation.Hours);
        foreach (var drug in simulation.Drugs)
        {
            foreach (
                var (site, curves) in ((string, IReadOnlyList<KeyValuePair<Level, double[]>>)[])
                    [("csf", drug.Csf), ("cord", drug.Cord), ("epidural", drug.Epidural)]
            )
            {
                foreach (var (place, values) in curves)
                {
                    yield return ($"{drug.Drug.Id} {site} {place} ng/mL", values);
                }
            }

            yield return ($"{drug.Drug.Id} cistern ng/mL", drug.Cistern);
            yield return ($"{drug.Drug.Id} plasma ng/mL", drug.Plasma);
            if (drug.Effect is { } effect)
            {
                yield return ($"{drug.Drug.Id} effect ng/mL", effect);
            }
        }
    }

    /// <summary>Writes it as comma-separated values, numbers in the invariant culture.</summary>
    /// <param name="simulation">What was found.</param>
    /// <param name="output">Where to.</param>
    public static void WriteCsv(TherapySimulation simulation, TextWriter output)
    {
        var columns = Columns(simulation).ToList();
        output.Write(string.Join(',', columns.Select(column => column.Name)));
        output.Write('\n');
        for (var row = 0; row < simulation.Hours.Count; row++)
        {
            for (var column = 0; column < columns.Count; column++)
            {
                if (column > 0)
                {
                    output.Write(',');
                }

                output.Write(columns[column].Values[row].ToString("R", CultureInfo.InvariantCulture));
            }

            output.Write('\n');
        }
    }
}
