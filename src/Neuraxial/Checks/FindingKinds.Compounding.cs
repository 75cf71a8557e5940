namespace Neuraxial;

/// <content>What making a mixture can find.</content>
public static partial class FindingKinds
{
    /// <summary>No product is stated for a drug; the worksheet is an example.</summary>
    public static readonly FindingKind CompoundingProductNotStated = new(
        "compounding-product-not-stated",
        "no product is stated for a drug; the worksheet is an example, and the pharmacist names the product",
        "HZ-17"
    );

    /// <summary>The named product must not be given by this route, or is not known to be suitable.</summary>
    public static readonly FindingKind CompoundingProductUnsuitable = new(
        "compounding-product-unsuitable",
        "the named product must not be given by this route, or is not known to be suitable for it",
        "HZ-17"
    );

    /// <summary>Whether the product is free of preservatives is not on file.</summary>
    public static readonly FindingKind CompoundingProductUnchecked = new(
        "compounding-product-unchecked",
        "whether the product is free of preservatives and suits the route is not on file",
        "HZ-17"
    );

    /// <summary>The mixture cannot be made from the stocks.</summary>
    public static readonly FindingKind CompoundingImpossible = new(
        "compounding-impossible",
        "the mixture cannot be made from these stocks; the constraint that binds is named",
        "HZ-12"
    );

    /// <summary>A drug is diluted in steps before it goes into the mixture.</summary>
    public static readonly FindingKind CompoundingSerialDilution = new(
        "compounding-serial-dilution",
        "a drug is diluted in steps before it goes into the mixture; a second person calculates independently",
        "HZ-01",
        "HZ-12"
    );

    /// <summary>Part of the content of a dissolved powder is used, and how much volume the powder displaces is not known.</summary>
    public static readonly FindingKind CompoundingPowder = new(
        "compounding-powder",
        "part of a dissolved powder is used, and how much volume the powder displaces is not on file",
        "HZ-12"
    );

    /// <summary>The diluent is not stated, or its freedom from preservatives is not on file.</summary>
    public static readonly FindingKind CompoundingDiluentUnknown = new(
        "compounding-diluent-unknown",
        "the diluent is not stated, or whether it is free of preservatives is not on file",
        "HZ-17"
    );

    /// <summary>The diluent is not for this drug or this pump.</summary>
    public static readonly FindingKind CompoundingDiluentUnsuitable = new(
        "compounding-diluent-unsuitable",
        "the diluent holds a preservative, or is not for a drug of the mixture or for this pump",
        "HZ-17"
    );

    /// <summary>An assay found another concentration than the prescribed one.</summary>
    public static readonly FindingKind AssayOutsideTolerance = new(
        "assay-outside-tolerance",
        "the measured concentration differs from the prescribed one by more than the tolerance: the mixture is not released",
        "HZ-12"
    );
}
