namespace Neuraxial.Simulation;

/// <summary>
/// Where each compartment stands in the system: what is local to a cell first, then the fluid along the canal, then cranium and blood, so that elimination
/// fills in next to nothing. What a drug becomes stands beside it in each place.
/// </summary>
/// <param name="Cells">How many cells the canal has.</param>
/// <param name="Analytes">The drug and what it becomes.</param>
internal sealed record Layout(int Cells, int Analytes)
{
    private static readonly int Locals = Enum.GetValues<LocalKind>().Length;
    private static readonly int Commons = Enum.GetValues<CommonKind>().Length;

    /// <summary>How many compartments, that of what is eliminated included.</summary>
    public int Size => Common(CommonKind.Ventricles, 0) + (Commons * Analytes);

    public int Local(LocalKind kind, int cell, int analyte) => (((cell * Locals) + (int)kind) * Analytes) + analyte;

    public int Fluid(int cell, int analyte) => (((Cells * Locals) + cell) * Analytes) + analyte;

    public int Common(CommonKind kind, int analyte) => (Cells * (Locals + 1) * Analytes) + ((int)kind * Analytes) + analyte;
}

/// <summary>What there is once in a cell beside its fluid.</summary>
internal enum LocalKind
{
    /// <summary>Cord and roots.</summary>
    Tissue,

    /// <summary>Dura and arachnoid, of what crosses inwards.</summary>
    Meninges,

    /// <summary>Epidural fat.</summary>
    Fat,

    /// <summary>Epidural fluid.</summary>
    Epidural,
}

/// <summary>What there is once in a body.</summary>
internal enum CommonKind
{
    /// <summary>The ventricles.</summary>
    Ventricles,

    /// <summary>The brain's tissue.</summary>
    Brain,

    /// <summary>Cisterns and posterior fossa.</summary>
    Cistern,

    /// <summary>Over the convexity.</summary>
    Convexity,

    /// <summary>A muscle that was injected.</summary>
    Muscle,

    /// <summary>The effect site of the plasma.</summary>
    Effect,

    /// <summary>Blood of an arm's vein.</summary>
    Vein,

    /// <summary>The third volume of the blood.</summary>
    Plasma3,

    /// <summary>The second volume of the blood.</summary>
    Plasma2,

    /// <summary>The central volume of the blood.</summary>
    Plasma,

    /// <summary>What has been eliminated.</summary>
    Eliminated,
}
