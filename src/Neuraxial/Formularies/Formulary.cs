using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Neuraxial;

/// <summary>One layer of a formulary: the built-in data, or a service's own file laid over it.</summary>
/// <param name="Name">Who made it.</param>
/// <param name="Version">Its version, as its maker counts.</param>
/// <param name="Sha256">SHA-256 of its bytes, in hexadecimal.</param>
public sealed record FormularyLayer(string Name, string Version, string Sha256)
{
    /// <summary>What a service's file says of its release; <see langword="null"/> for the built-in data, which are released with the program.</summary>
    public FormularyGovernance? Governance { get; internal init; }
}

/// <summary>
/// The formulary: drugs, preparations, limits, stability, conversions, observation, pumps and catheters, each figure with its mark and source.
/// A service lays its own file over the built-in one, row by row: a row with the same identifier replaces, any other is added.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Rows are read when they are first asked for, so that a plan does not pay for what it does not use.</remarks>
public sealed class Formulary
{
    private readonly Dictionary<string, IReadOnlyList<DataRow>> sections;
    private readonly ConcurrentDictionary<string, object?> cache = new(StringComparer.Ordinal);
    private readonly SectionRows?[] bySection = new SectionRows?[Section.All.Count];
    private readonly ConditionalWeakTable<Provenance, string> cited = [];
    private readonly Formulary? basis;

    private Formulary(Formulary? basis, FormularyLayer layer, Dictionary<string, IReadOnlyList<DataRow>> sections)
    {
        this.basis = basis;
        this.sections = sections;
        Layers = basis is null ? [layer] : [.. basis.Layers, layer];
    }

    /// <summary>The data that Neuraxial ships with.</summary>
    public static Formulary BuiltIn { get; } = new(null, BuiltInData.Layer, []);

    /// <summary>The layers, the built-in one first.</summary>
    public IReadOnlyList<FormularyLayer> Layers { get; }

    /// <summary>The versions of all layers: <c>2026.11.0</c>, or <c>2026.11.0+trust-7</c> with a service's file over it.</summary>
    public string Version => string.Join('+', Layers.Select(layer => layer.Version));

    /// <summary>
    /// What identifies the content: the layer's SHA-256; with several layers, the SHA-256 of their hexadecimal sums written one after the other.
    /// </summary>
    public string Sha256 =>
        Layers.Count == 1
            ? Layers[0].Sha256
            : Hexadecimal(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(Layers.Select(layer => layer.Sha256)))));

    /// <summary>The names of all sections.</summary>
    public static IReadOnlyList<string> SectionNames => [.. Section.All.Select(section => section.Name)];

    /// <summary>All drugs.</summary>
    public IReadOnlyList<Drug> Drugs => Cached("drugs", static formulary => formulary.Rows("drugs").Select(row => new Drug(row)).ToArray());

    /// <summary>All pumps.</summary>
    public IReadOnlyList<Pump> Pumps => Cached("pumps", static formulary => formulary.Rows("pumps").Select(row => new Pump(row)).ToArray());

    /// <summary>All catheters.</summary>
    public IReadOnlyList<Catheter> Catheters =>
        Cached("catheters", static formulary => formulary.Rows("catheters").Select(row => new Catheter(row)).ToArray());

    /// <summary>All limits.</summary>
    internal IReadOnlyList<Limit> Limits =>
        Cached("limits", static formulary => formulary.Rows("limits").Select(row => new Limit(row, formulary)).ToArray());

    /// <summary>The limits that are about therapies of a route, profile, pump and jurisdiction.</summary>
    internal IReadOnlyList<Limit> LimitsOf(Route route, string? profile, Pump pump, string? jurisdiction) =>
        Cached(
            $"limits/{TherapyFile.Routes.Word(route)}/{profile}/{pump.Id}/{jurisdiction}",
            formulary => formulary.Limits.Where(limit => limit.IsFor(route, profile, pump, jurisdiction)).ToArray()
        );

    /// <summary>What other medicines have against drugs of a mixture.</summary>
    internal IReadOnlyList<PatientRule> Interactions =>
        Cached("interactions", static formulary => formulary.Rows("interactions").Select(row => new PatientRule(row, formulary)).ToArray());

    /// <summary>What conditions of a patient have against drugs of a mixture.</summary>
    internal IReadOnlyList<PatientRule> Contraindications =>
        Cached("contraindications", static formulary => formulary.Rows("contraindications").Select(row => new PatientRule(row, formulary)).ToArray());

    /// <summary>All stability studies and label times.</summary>
    public IReadOnlyList<StabilityStudy> StabilityStudies =>
        Cached("stability", static formulary => formulary.Rows("stability").Select(row => new StabilityStudy(row)).ToArray());

    /// <summary>The stability studies and label times of exactly the drugs of a mixture.</summary>
    public IReadOnlyList<StabilityStudy> StabilityOf(Infusate infusate) =>
        Cached(
            "stability/" + string.Join('+', infusate.Drugs.Select(part => part.Drug.Id).Order(StringComparer.Ordinal)),
            formulary =>
                formulary.Rows("stability").Where(row => StabilityStudy.HoldsDrugs(row, infusate)).Select(row => new StabilityStudy(row)).ToArray()
        );

    /// <summary>All published ratios between drugs and routes.</summary>
    internal IReadOnlyList<ConversionRatio> Ratios =>
        Cached("conversions", static formulary => formulary.Rows("conversions").Select(row => new ConversionRatio(row)).ToArray());

    /// <summary>All rules that go with the ratios.</summary>
    internal IReadOnlyList<ConversionRule> ConversionRules =>
        Cached("reductions", static formulary => formulary.Rows("reductions").Select(row => new ConversionRule(row)).ToArray());

    /// <summary>The published starts of a drug by a route.</summary>
    internal IReadOnlyList<DataRow> StartsOf(Drug drug, Route route) =>
        Cached(
            $"starts/{drug.Id}/{TherapyFile.Routes.Word(route)}",
            formulary =>
                formulary
                    .Rows("dosing")
                    .Where(row => row.Text("what") is "start" && row.Text("drug") == drug.Id && row.Text("route") == TherapyFile.Routes.Word(route))
                    .ToArray()
        );

    /// <summary>All published steps of titration.</summary>
    internal IReadOnlyList<TitrationRow> TitrationRows =>
        Cached("titrations", static formulary => formulary.Rows("dosing").Where(TitrationRow.IsOne).Select(row => new TitrationRow(row)).ToArray());

    /// <summary>All published regimes of observation.</summary>
    internal IReadOnlyList<Regime> Regimes =>
        Cached("regimes", static formulary => formulary.Rows("regimes").Select(row => new Regime(row)).ToArray());

    /// <summary>The regimes for infusions by a route from a pump of a kind; those for products that no pump holds are left out.</summary>
    internal IReadOnlyList<Regime> RegimesOf(Route route, Pump pump) =>
        Cached(
            pump.IsImplanted ? $"regimes/{TherapyFile.Routes.Word(route)}/implanted" : $"regimes/{TherapyFile.Routes.Word(route)}/external",
            formulary => formulary.Regimes.Where(regime => !regime.IsForExtendedRelease && regime.IsFor(route, pump)).ToArray()
        );

    /// <summary>The longest of the close watches that are published for a start or a rise of a drug by a route; <see langword="null"/> if none is.</summary>
    internal (Regime Regime, NodaTime.Duration Length)? ClosestWatchOf(Drug drug, Route route) =>
        Cached($"regimes/watch/{drug.Id}/{TherapyFile.Routes.Word(route)}", formulary => Regime.ClosestWatch(drug, route, formulary));

    /// <summary>All published triggers to act on.</summary>
    internal IReadOnlyList<ObservationTrigger> Triggers =>
        Cached("triggers", static formulary => formulary.Rows("triggers").Select(row => new ObservationTrigger(row)).ToArray());

    /// <summary>The triggers at which a drug by a route is taken no further.</summary>
    internal IReadOnlyList<ObservationTrigger> StopRulesOf(Drug drug, Route route) =>
        Cached(
            $"triggers/{drug.Id}/{TherapyFile.Routes.Word(route)}",
            formulary => formulary.Triggers.Where(trigger => trigger.IsStopFor(drug, route)).ToArray()
        );

    /// <summary>The published steps of titration of a drug by a route, of one jurisdiction or of all.</summary>
    internal IReadOnlyList<TitrationRow> TitrationsOf(string drug, Route route, string? jurisdiction) =>
        Cached(
            $"titrations/{drug}/{TherapyFile.Routes.Word(route)}/{jurisdiction}",
            formulary => formulary.TitrationRows.Where(row => row.IsFor(drug, route) && row.IsOf(jurisdiction)).ToArray()
        );

    /// <summary>What can be measured when a mixture is made.</summary>
    internal CompoundingTerms CompoundingTerms => Cached("compounding-terms", static formulary => CompoundingTerms.Of(formulary));

    /// <summary>What a drug of this formulary may be made from where no product is named.</summary>
    internal ProductList ProductsOf(Drug drug, Route route, string region) =>
        Cached($"products/{drug.Id}/{TherapyFile.Routes.Word(route)}/{region}", formulary => ProductList.Of(drug, route, region, formulary));

    /// <summary>The built-in hard limits that this formulary holds less firmly.</summary>
    internal IReadOnlyList<LoosenedLimit> Loosened => Cached("limits/loosened", static formulary => LoosenedLimit.Between(BuiltIn, formulary));

    /// <summary>Every folded name of what never goes by the spinal route.</summary>
    internal IReadOnlyDictionary<string, DataRow> DeniedNames => Cached("denied/names", static formulary => DenyList.ByName(formulary));

    /// <summary>Reads what every plan takes from it, so that the first plan finds it read. Changes nothing that can be seen.</summary>
    internal void ReadAhead()
    {
        // A plan is about one pump and a few drugs: their rows are found, and they alone are read.
        _ = Row("pumps", "");
        _ = Row("drugs", "");
        _ = Limits;
        _ = Rows("preparations");
        _ = CompoundingTerms;
        _ = Interactions;
        _ = Contraindications;
        _ = Ratios;
        _ = ConversionRules;
        _ = TitrationRows;
        _ = Regimes;
        _ = Triggers;
    }

    /// <summary>Lays a service's own file over this formulary.</summary>
    /// <param name="utf8">The file's bytes: JSON of the same shape as the built-in data, with <c>name</c> and <c>version</c>.</param>
    /// <returns>The formulary with the file over it, or every fault of the file.</returns>
    public FileReading<Formulary> Overlaid(ReadOnlyMemory<byte> utf8)
    {
        var problems = new ProblemList();
        var overlay = JsonText.Read(utf8, problems, root => Overlay(root, Hexadecimal(SHA256.HashData(utf8.Span))));
        if (overlay is not null)
        {
            FormularyReferences.Check(overlay, problems);
        }

        return new FileReading<Formulary>(overlay, problems.All());
    }

    /// <summary>Everything that is wrong with the rows of this formulary's own layer; empty if nothing is.</summary>
    /// <remarks>A service's file is checked when it is laid over; the built-in data are checked by a test.</remarks>
    public IReadOnlyList<Problem> Check()
    {
        var problems = new ProblemList();
        foreach (var section in Section.All)
        {
            FormularyReferences.CheckRows(section, Own(section), problems);
        }

        FormularyReferences.Check(this, problems);
        return problems.All();
    }

    /// <summary>The rows of a section, those of the built-in data first.</summary>
    /// <param name="section">The section's name.</param>
    /// <exception cref="ArgumentException">There is no such section.</exception>
    public IReadOnlyList<DataRow> Rows(string section) => Kept(Known(section)).Rows;

    /// <summary>The row of a section with an identifier; <see langword="null"/> if there is none.</summary>
    /// <param name="section">The section's name.</param>
    /// <param name="id">The identifier.</param>
    /// <exception cref="ArgumentException">There is no such section.</exception>
    public DataRow? Row(string section, string id) => Kept(Known(section)).ById.GetValueOrDefault(id);

    /// <summary>The drug with an identifier; <see langword="null"/> if there is none.</summary>
    public Drug? Drug(string id) => Row("drugs", id) is { } row ? Cached("drug/" + id, _ => new Drug(row)) : null;

    /// <summary>The pump with an identifier; <see langword="null"/> if there is none.</summary>
    public Pump? Pump(string id) => Row("pumps", id) is { } row ? Cached("pump/" + id, _ => new Pump(row)) : null;

    /// <summary>The catheter with an identifier; <see langword="null"/> if there is none.</summary>
    public Catheter? Catheter(string id) => Row("catheters", id) is { } row ? Cached("catheter/" + id, _ => new Catheter(row)) : null;

    /// <summary>The figure of a setting.</summary>
    /// <param name="id">The setting's identifier.</param>
    /// <exception cref="ArgumentException">There is no such setting: a defect of the program or its data.</exception>
    public Figure Setting(string id) =>
        Row("settings", id)?.Figure("figure") ?? throw new ArgumentException($"The formulary has no setting '{id}'.", nameof(id));

    /// <summary>A source as a result prints it: its title, and its key where nothing more is known.</summary>
    public string Source(string key) => Row("sources", key)?.Text("title") is { } title ? $"{title} [{key}]" : key;

    /// <summary>A provenance as a finding prints it: every source's title, and the mark.</summary>
    public string Cite(Provenance provenance)
    {
        if (!cited.TryGetValue(provenance, out var text))
        {
            text = Citation(provenance);
            cited.AddOrUpdate(provenance, text);
        }

        return text;
    }

    private string Citation(Provenance provenance)
    {
        var mark = Provenance.Marks.Word(provenance.Mark);
        return provenance.Sources.Count == 0 ? $"no source on record, {mark}" : $"{string.Join("; ", provenance.Sources.Select(Source))}, {mark}";
    }

    private static Section Known(string name) =>
        Section.Find(name) ?? throw new ArgumentException($"The formulary has no section '{name}'.", nameof(name));

    private static string Hexadecimal(byte[] hash) => Convert.ToHexStringLower(hash);

    private Formulary Overlay(JsonMembers root, string sha256)
    {
        root.OptionalText("$schema", "the schema's address");
        root.OptionalText("about", "words");
        var name = root.RequiredText("name", "who made the file");
        var version = root.RequiredText("version", "the file's version");
        var governance = GovernanceReading.Read(root, version);
        var own = new Dictionary<string, IReadOnlyList<DataRow>>(StringComparer.Ordinal);
        foreach (var section in Section.All)
        {
            var rows = new List<DataRow>();
            foreach (var (element, path) in root.Items(section.Name, root.Optional(section.Name)))
            {
                if (element.ValueKind == JsonValueKind.Object)
                {
                    rows.Add(new DataRow(element.Clone()));
                }
                else
                {
                    root.Problems.Add(path, $"{JsonMembers.Seen(element)}; expected an object");
                }
            }

            FormularyReferences.CheckRows(section, rows, root.Problems);
            if (section.Name == "limits")
            {
                LimitRows.CheckHazards(rows, root.Problems);
            }

            // What the sound rows name is checked even beside faulty ones, so that every fault is found in one pass. With any problem the file gives no formulary.
            own[section.Name] = [.. rows.Where(row => FormularyReferences.IsSound(section, row)).DistinctBy(row => row.Id, StringComparer.Ordinal)];
        }

        root.Close();
        var layer = new FormularyLayer(name ?? "", version ?? "", sha256) { Governance = root.Problems.IsEmpty ? governance.Taken() : null };
        return new Formulary(this, layer, own);
    }

    private IReadOnlyList<DataRow> Own(Section section) => basis is null ? BuiltInData.Rows(section) : sections.GetValueOrDefault(section.Name, []);

    private IReadOnlyList<DataRow> All(Section section)
    {
        var own = Own(section);
        if (basis is null || own.Count == 0)
        {
            return basis is null ? own : basis.Rows(section.Name);
        }

        var replaced = own.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return [.. basis.Rows(section.Name).Where(row => !replaced.Contains(row.Id)), .. own];
    }

    /// <summary>The rows of a section, put together when it is first asked for.</summary>
    private SectionRows Kept(Section section) => bySection[section.Place] ??= new SectionRows(section, this);

    /// <summary>Keeps what was made once. Only keys made of what the formulary holds come here, never a text from outside: the cache cannot be filled up.</summary>
    private T Cached<T>(string key, Func<Formulary, T> make) => (T)(cache.TryGetValue(key, out var made) ? made! : cache.GetOrAdd(key, make(this)!))!;

    /// <summary>A section's rows, and the same by identifier.</summary>
    private sealed class SectionRows(Section section, Formulary formulary)
    {
        private Dictionary<string, DataRow>? byId;

        public IReadOnlyList<DataRow> Rows { get; } = formulary.All(section);

        public Dictionary<string, DataRow> ById => byId ??= Rows.ToDictionary(row => row.Id, StringComparer.Ordinal);
    }
}
