namespace Neuraxial;

/// <summary>A catheter of the catalogue. A figure that is <see langword="null"/> is not known, never zero.</summary>
public sealed class Catheter
{
    internal Catheter(DataRow row)
    {
        Row = row;
        Id = row.Id;
        Name = row.Text("name")!;
        Space = row.Text("space") is "epidural" ? Route.Epidural : Route.Intrathecal;
    }

    /// <summary>Identifier.</summary>
    public string Id { get; }

    /// <summary>Name as people say it.</summary>
    public string Name { get; }

    /// <summary>In which space it lies.</summary>
    public Route Space { get; }

    /// <summary>Length as supplied, before trimming.</summary>
    public Figure? Length => Row.Figure("length");

    /// <summary>Volume per length.</summary>
    public Figure? VolumePerLength => Row.Figure("volumePerLength");

    /// <summary>Everything that the catalogue holds on it.</summary>
    public DataRow Row { get; }

    /// <summary>Pumps to which it must never be connected, though it may look so.</summary>
    public IReadOnlyList<string> NeverFits => Row.Texts("neverFits");

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
