namespace Neuraxial;

/// <content>What making a mixture can find.</content>
public static partial class FindingKinds
{
    /// <summary>No product is stated for a drug; the worksheet is an example.</summary>
    public static readonly FindingKind CompoundingProductNotStated = new(
        "compounding-product-not-stated",
        "no product is stated for a drug; the worksheet is an example, and the pharmacist names the product",
        "HZ-17"
    )
    {
        Advice = "Have the pharmacist name the product; the worksheet is an example until then.",
    };

    /// <summary>The mixture cannot be made from the stocks.</summary>
    public static readonly FindingKind CompoundingImpossible = new(
        "compounding-impossible",
        "the mixture cannot be made from these stocks; the constraint that binds is named",
        "HZ-12",
        "HZ-17"
    )
    {
        Advice = "Read the constraint that is named: a stronger stock, a larger volume or a weaker mixture lifts it.",
    };

    /// <summary>A drug is diluted in steps before it goes into the mixture.</summary>
    public static readonly FindingKind CompoundingSerialDilution = new(
        "compounding-serial-dilution",
        "a drug is diluted in steps before it goes into the mixture; a second person calculates independently",
        "HZ-01",
        "HZ-12"
    )
    {
        Advice = "Have a second person work the dilution out independently.",
    };

    /// <summary>Part of the content of a dissolved powder is used, and how much volume the powder displaces is not known.</summary>
    public static readonly FindingKind CompoundingPowder = new(
        "compounding-powder",
        "part of a dissolved powder is used, and how much volume the powder displaces is not on file",
        "HZ-12"
    )
    {
        Advice = "Read in the product's own text how much volume the powder displaces.",
    };

    /// <summary>The diluent is not stated, or its freedom from preservatives is not on file.</summary>
    public static readonly FindingKind CompoundingDiluentUnknown = new(
        "compounding-diluent-unknown",
        "the diluent is not stated, or whether it is free of preservatives is not on file",
        "HZ-17"
    )
    {
        Advice = "State the diluent, and look at its label for preservatives.",
    };

    /// <summary>An assay found another concentration than the prescribed one.</summary>
    public static readonly FindingKind AssayOutsideTolerance = new(
        "assay-outside-tolerance",
        "the measured concentration differs from the prescribed one by more than the tolerance: the mixture is not released",
        "HZ-12"
    )
    {
        Advice = "Do not release the mixture; have it made and measured anew.",
    };
}
