namespace Neuraxial;

/// <summary>What a service's hands and syringes can do, from the settings of the formulary.</summary>
/// <param name="SmallestDrawn">The smallest volume that is drawn up; a drug that needs less is diluted first.</param>
/// <param name="DilutionVolume">What a dilution is made up to, or a multiple of it; zero for whatever is just enough.</param>
internal sealed record CompoundingTerms(Volume SmallestDrawn, Volume DilutionVolume)
{
    /// <summary>The setting that says how little can be drawn up.</summary>
    public const string SmallestDrawnSetting = "smallest-drawn-volume";

    /// <summary>The terms of a formulary.</summary>
    public static CompoundingTerms Of(Formulary formulary) => new(Volume(formulary, SmallestDrawnSetting), Volume(formulary, "dilution-volume"));

    /// <summary>Terms under which nothing is diluted first: a calculation on paper.</summary>
    public static CompoundingTerms AnyVolume { get; } = new(Neuraxial.Volume.Zero, Neuraxial.Volume.Zero);

    private static Volume Volume(Formulary formulary, string setting) => formulary.Setting(setting).Quantity<Volume>()!.Value;
}
