namespace Neuraxial;

/// <summary>Whether a hard limit may be passed, and by whom.</summary>
internal enum LimitOverride
{
    /// <summary>By nobody.</summary>
    None,

    /// <summary>With a typed reason.</summary>
    Reason,

    /// <summary>With a typed reason and a second authorised person.</summary>
    TwoPerson,
}

/// <summary>One limit of the formulary: what it is held against, for whom, and how far each of its two bounds binds.</summary>
internal sealed class Limit
{
    private static readonly Choice<LimitOverride> Overrides = new(
        new("none", LimitOverride.None),
        new("reason", LimitOverride.Reason),
        new("two-person", LimitOverride.TwoPerson)
    );

    // Words are made when they are first asked for: one plan reads a dozen limits of a hundred.
    private readonly Lazy<string> source;
    private readonly Lazy<string> why;
    private readonly Lazy<IReadOnlyList<string>> unverified;

    public Limit(DataRow row, Formulary formulary)
    {
        Id = row.Id;
        Rule = row.Text("rule")!;
        Title = row.Text("title")!;
        Check = LimitChecks.Parse(row.Text("check")!);
        Drugs = row.Text("drug") is { } drug ? [drug] : row.Texts("drugs");
        Route = row.Text("route") is { } route ? TherapyFile.Routes.Parse(route).Value : null;
        Profiles = row.Texts("profiles");
        Pumps = row.Texts("pumps");
        Jurisdiction = row.Text("jurisdiction");
        Patients = row.Text("patients");
        When = row.Text("when");
        IsLower = row.Text("bound") is "lower";
        Soft = row.Figure("soft");
        Hard = row.Figure("hard");
        Override = row.Text("override") is { } word ? Overrides.Parse(word).Value : null;
        AtWeight = row.Figure("atWeight");
        IsAlwaysSaid = row.Truth("always") is true;
        Hazards = [.. row.Texts("hazards")];
        Applies = InWords();
        SoftText = Soft?.ToString();
        HardText = Hard?.ToString();
        why = new Lazy<string>(() => DisplayedWords.Of(row.Text("why")!));
        unverified = new Lazy<IReadOnlyList<string>>(() => [.. UnverifiedBounds()]);
        source = new Lazy<string>(() =>
            string.Join(
                "; ",
                new[] { Soft, Hard }.OfType<Figure>().Select(figure => formulary.Cite(figure.Provenance)).Distinct(StringComparer.Ordinal)
            )
        );
    }

    /// <summary>Identifier of the row.</summary>
    public string Id { get; }

    /// <summary>The rule that it belongs to: <c>R3</c>.</summary>
    public string Rule { get; }

    public string Title { get; }

    public LimitCheck Check { get; }

    /// <summary>The drugs that it is about; empty for any.</summary>
    public IReadOnlyList<string> Drugs { get; }

    /// <summary>The route; <see langword="null"/> for either.</summary>
    public Route? Route { get; }

    /// <summary>The profiles; empty for any.</summary>
    public IReadOnlyList<string> Profiles { get; }

    /// <summary>The pumps; empty for any.</summary>
    public IReadOnlyList<string> Pumps { get; }

    /// <summary>Whose label it is; <see langword="null"/> for none's or everybody's.</summary>
    public string? Jurisdiction { get; }

    /// <summary>For which patients: <c>opioid-naive</c>; <see langword="null"/> for all.</summary>
    public string? Patients { get; }

    /// <summary>Under which circumstance: <c>first-fill</c>; <see langword="null"/> for any.</summary>
    public string? When { get; }

    /// <summary>Whether the bounds are lowest values.</summary>
    public bool IsLower { get; }

    public Figure? Soft { get; }

    public Figure? Hard { get; }

    /// <summary>Whether the hard bound may be passed; <see langword="null"/> where passing the soft one is only shown.</summary>
    public LimitOverride? Override { get; }

    /// <summary>The body weight for which the bounds hold; <see langword="null"/> for any.</summary>
    public Figure? AtWeight { get; }

    /// <summary>Whether it is said on every plan that it is about, and not only where it is passed.</summary>
    public bool IsAlwaysSaid { get; }

    public string Why => why.Value;

    public string[] Hazards { get; }

    /// <summary>What singles this limit out among those of its rule, in words: <c>intrathecal, external-cancer</c>.</summary>
    public string Applies { get; }

    /// <summary>The soft bound as the formulary writes it.</summary>
    public string? SoftText { get; }

    /// <summary>The hard bound as the formulary writes it.</summary>
    public string? HardText { get; }

    /// <summary>Its bounds that nobody has checked against their source, in words; empty if there are none.</summary>
    public IReadOnlyList<string> Unverified => unverified.Value;

    /// <summary>Whether it is about a therapy at all, as far as route, profile, pump and label go; where no jurisdiction is stated, those of every label are.</summary>
    public bool IsFor(Route route, string? profile, Pump pump, string? jurisdiction) =>
        (Route is null || Route == route)
        && (Profiles.Count == 0 || (profile is not null && Profiles.Contains(profile, StringComparer.Ordinal)))
        && (Pumps.Count == 0 || Pumps.Contains(pump.Id, StringComparer.Ordinal))
        && (Jurisdiction is null || jurisdiction is null || Jurisdiction == jurisdiction);

    /// <summary>The sources of both bounds, with their marks.</summary>
    public string Source => source.Value;

    public bool IsAbout(string drug) => Drugs.Count == 0 || Drugs.Holds(drug);

    private string InWords()
    {
        var words = new List<string>();
        if (Route is { } route)
        {
            words.Add(TherapyFile.Routes.Word(route));
        }

        words.AddRange(Profiles.Count is 1 ? Profiles : []);
        words.AddRange(Pumps.Count is 1 ? Pumps : []);
        if (Jurisdiction is { } label)
        {
            words.Add($"{label.ToUpperInvariant()} label");
        }

        if (Patients is { } patients)
        {
            words.Add(patients.Replace('-', ' '));
        }

        if (When is { } when)
        {
            words.Add(when.Replace('-', ' '));
        }

        return string.Join(", ", words);
    }

    private IEnumerable<string> UnverifiedBounds()
    {
        if (Soft is { Provenance.IsUnverified: true, Text: null })
        {
            yield return $"{Id} soft {Soft.InWords()}";
        }

        if (Hard is { Provenance.IsUnverified: true, Text: null })
        {
            yield return $"{Id} hard {Hard.InWords()}";
        }
    }
}
