namespace Neuraxial;

/// <content>What is found when the opioids given before are held against the start dose.</content>
public static partial class FindingKinds
{
    /// <summary>The start dose is above everything that a published ratio makes of the opioid given before.</summary>
    public static readonly FindingKind ConversionAboveBand = new(
        "conversion-above-band",
        "an opioid starts above the band of all published conversion ratios",
        "HZ-01",
        "HZ-21"
    );

    /// <summary>The start dose is below everything that a published ratio makes of the opioid given before.</summary>
    public static readonly FindingKind ConversionBelowBand = new(
        "conversion-below-band",
        "an opioid starts below the band of all published conversion ratios",
        "HZ-38"
    );

    /// <summary>No ratio is on file.</summary>
    public static readonly FindingKind ConversionUnknown = new(
        "conversion-unknown",
        "no conversion ratio is on file between an opioid given before and one of the mixture",
        "HZ-21"
    );

    /// <summary>The formulary forbids to convert.</summary>
    public static readonly FindingKind ConversionRefused = new(
        "conversion-refused",
        "an opioid given before must not be converted to one of the mixture by a ratio",
        "HZ-21"
    );

    /// <summary>A start of baclofen is above what the test dose supports.</summary>
    public static readonly FindingKind StartAboveTestDose = new(
        "start-above-test-dose",
        "a drug starts above what the label makes of the positive test dose",
        "HZ-01"
    );

    /// <summary>Whether a start follows from the test dose cannot be told.</summary>
    public static readonly FindingKind TestDoseEffectUnknown = new(
        "test-dose-effect-unknown",
        "whether the start follows from the test dose cannot be told",
        "HZ-01"
    );

    /// <summary>An observation has no interval on file.</summary>
    public static readonly FindingKind ObservationIntervalUnknown = new(
        "observation-interval-unknown",
        "for something to observe no interval is on file",
        "HZ-21",
        "HZ-22"
    );
}
