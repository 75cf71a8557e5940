namespace Neuraxial.Simulation;

/// <summary>A drug in the spine and the blood of a species: rates and stores, each of a figure with its mark and source.</summary>
public sealed class SpinalDrug
{
    private static readonly Lazy<DrugSet>[] Sets = [.. Enum.GetValues<Species>().Select(species => new Lazy<DrugSet>(() => DrugSet.Read(species)))];

    internal SpinalDrug(DataRow row, DrugSet set)
    {
        Row = row;
        Id = row.Id;
        Title = row.Text("title")!;
        MolarMass = row.Number("mass", "g/mol");
        LossPerHour = row.Number("loss", "/min") * 60;
        MeningealShare = row.Number("meningealShare", "1");
        CordStore = row.Number("cordStore", "1");
        CordPerHour = row.Number("cordRate", "/min") * 60;
        Unbound = row.Number("unbound", "1");
        Plasma = PlasmaKinetics.Read(row.Part("plasma"));
        Epidural = row.Row("epidural") is { } epidural ? EpiduralKinetics.Read(epidural) : null;
        EffectPerHour = row.Figure("effect") is { } effect ? effect.Number("/min") * 60 : null;
        ArmPerHour = set.ArmPerHour;
        MusclePerHour = set.MusclePerHour;
        if (row.Row("hydrolysis") is { } hydrolysis)
        {
            Hydrolysis = new Hydrolysis(
                set.Find(row.Text("product")!) ?? throw new InvalidDataException($"'{Id}' becomes an unknown drug."),
                hydrolysis.Number("fluid", "/min") * 60,
                hydrolysis.Number("plasma", "/min") * 60
            );
        }
    }

    /// <summary>The row of the data: every figure with its mark and sources.</summary>
    public DataRow Row { get; }

    /// <summary>International name: <c>morphine</c>.</summary>
    public string Id { get; }

    /// <summary>As people write it.</summary>
    public string Title { get; }

    /// <summary>g/mol.</summary>
    public double MolarMass { get; }

    /// <summary>k_d: what the fluid loses to the blood through meninges and cord, per hour.</summary>
    public double LossPerHour { get; }

    /// <summary>The share of it that passes the meninges into the epidural space.</summary>
    public double MeningealShare { get; }

    /// <summary>K_c: what all tissue of the canal holds at equilibrium, of what its fluid holds.</summary>
    public double CordStore { get; }

    /// <summary>k_c: what of the fluid enters the tissue, per hour.</summary>
    public double CordPerHour { get; }

    /// <summary>The share in plasma that is not bound to protein.</summary>
    public double Unbound { get; }

    /// <summary>The drug in the blood.</summary>
    public PlasmaKinetics Plasma { get; }

    /// <summary>The drug in the epidural space; <see langword="null"/> where it is not known to be given there.</summary>
    public EpiduralKinetics? Epidural { get; }

    /// <summary>ke0, per hour; <see langword="null"/> if not known.</summary>
    public double? EffectPerHour { get; }

    /// <summary>How fast venous follows central blood, per hour.</summary>
    public double ArmPerHour { get; }

    /// <summary>How fast a muscle gives a dose to the blood, per hour.</summary>
    public double MusclePerHour { get; }

    /// <summary>What it becomes; <see langword="null"/> if it stays what it is.</summary>
    public Hydrolysis? Hydrolysis { get; }

    /// <summary>The drug itself, then what it becomes, one after the other.</summary>
    public IReadOnlyList<SpinalDrug> Analytes => [this, .. Hydrolysis?.Product.Analytes ?? []];

    /// <summary>Whether a figure of its transport rests on no source: recalled or assumed.</summary>
    public bool IsWeak => Row.Figure("loss")!.Provenance.IsUnverified || Analytes.Skip(1).Any(product => product.IsWeak);

    /// <summary>A drug of a species; <see langword="null"/> if nothing is known of it there.</summary>
    /// <param name="species">Whose.</param>
    /// <param name="id">International name.</param>
    public static SpinalDrug? Of(Species species, string id) => Sets[(int)species].Value.Find(id);

    /// <summary>The drugs that are known in a species, by international name.</summary>
    /// <param name="species">Whose.</param>
    public static IReadOnlyList<string> Known(Species species) => Sets[(int)species].Value.Ids;
}

/// <summary>What a drug becomes in fluid, tissue and blood.</summary>
/// <param name="Product">One molecule of it from one of the drug.</param>
/// <param name="FluidPerHour">In fluid and tissue, per hour.</param>
/// <param name="PlasmaPerHour">In blood, per hour.</param>
public sealed record Hydrolysis(SpinalDrug Product, double FluidPerHour, double PlasmaPerHour);

/// <summary>A drug in the epidural space, beside what crosses it from the fluid.</summary>
/// <remarks>
/// Three ways lead out of its fluid, and together they empty it by <paramref name="ExitPerHour"/>: to the blood of its veins, into its fat, and into dura and arachnoid, which
/// hold back what crosses. Fat gives back to the epidural fluid.
/// </remarks>
/// <param name="ExitPerHour">What leaves its fluid, per hour.</param>
/// <param name="FatShare">The share of that which enters the fat.</param>
/// <param name="FatPerHour">What the fat gives back to the epidural fluid, per hour; a part of it enters the fat again.</param>
/// <param name="Crossing">The share of a dose that crosses into the spinal fluid in the end.</param>
/// <param name="MeningesPerHour">What dura and arachnoid pass on into the spinal fluid, per hour.</param>
public sealed record EpiduralKinetics(double ExitPerHour, double FatShare, double FatPerHour, double Crossing, double MeningesPerHour)
{
    /// <summary>The share of what leaves its fluid that enters dura and arachnoid: what crosses in the end, for what returns from fat leaves again.</summary>
    public double MeningesShare => Crossing * (1 - FatShare);

    /// <summary>The share of what leaves its fluid that enters the blood.</summary>
    public double BloodShare => 1 - FatShare - MeningesShare;

    internal static EpiduralKinetics Read(DataRow row) =>
        new(
            PerHour(row, "exit"),
            row.Number("fatShare", "1"),
            // The half-life of the figure is that of the fat's loss in the end.
            PerHour(row, "fatRelease") / (1 - row.Number("fatShare", "1")),
            row.Number("crossing", "1"),
            PerHour(row, "crossingHalfLife")
        );

    private static double PerHour(DataRow row, string halfLife) => Math.Log(2) / row.Number(halfLife, "min") * 60;
}

/// <summary>The drugs of one species.</summary>
internal sealed class DrugSet
{
    private readonly DataRow root;
    private readonly Dictionary<string, SpinalDrug> drugs = [];

    private DrugSet(DataRow root)
    {
        this.root = root;
        ArmPerHour = root.Number("arm", "/min") * 60;
        MusclePerHour = Math.Log(2) / root.Number("muscle", "min") * 60;

        // What a drug becomes stands after it, and is needed first.
        foreach (var row in root.Rows("drugs").Reverse())
        {
            _ = Find(row.Id);
        }
    }

    public double ArmPerHour { get; }

    public double MusclePerHour { get; }

    public IReadOnlyList<string> Ids => [.. root.Rows("drugs").Select(row => row.Id)];

    public static DrugSet Read(Species species) => new(SpineData.File($"drugs-{species.Word()}.json"));

    public SpinalDrug? Find(string id)
    {
        if (!drugs.TryGetValue(id, out var drug) && root.Rows("drugs").FirstOrDefault(row => row.Id == id) is { } found)
        {
            drug = new SpinalDrug(found, this);
            drugs.Add(id, drug);
        }

        return drug;
    }
}
