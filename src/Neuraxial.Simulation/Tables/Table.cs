namespace Neuraxial.Simulation;

/// <summary>Curves side by side: columns of one length, each with a name of its own.</summary>
public sealed class Table
{
    /// <summary>Makes a table.</summary>
    /// <param name="columns">At least one; all of one length.</param>
    /// <exception cref="ArgumentException">No column, columns of different lengths, or two of one name.</exception>
    public Table(IReadOnlyList<TableColumn> columns)
    {
        if (columns.Count == 0 || columns.Any(column => column.Values.Count != columns[0].Values.Count))
        {
            throw new ArgumentException("A table has at least one column, and all of one length.", nameof(columns));
        }

        if (columns.DistinctBy(column => column.Name, StringComparer.Ordinal).Count() < columns.Count)
        {
            throw new ArgumentException("Each column of a table has a name of its own.", nameof(columns));
        }

        Columns = columns;
    }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>How many rows.</summary>
    public int Rows => Columns[0].Values.Count;
}

/// <summary>One column of a table.</summary>
/// <param name="Name">What it is, with its unit: <c>morphine csf L3 ng/mL</c>.</param>
/// <param name="Values">One for each row.</param>
public sealed record TableColumn(string Name, IReadOnlyList<double> Values);
