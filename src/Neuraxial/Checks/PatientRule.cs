namespace Neuraxial;

/// <summary>A row of the formulary that says what other medicines, or a condition of the patient, have against some drugs of a mixture.</summary>
internal sealed class PatientRule
{
    private readonly Lazy<string> text;
    private readonly Lazy<string> source;
    private readonly HashSet<string> drugs;
    private readonly HashSet<string> classes;
    private readonly HashSet<string> routes;

    public PatientRule(DataRow row, Formulary formulary)
    {
        Row = row;
        Medicines = row.Text("medicines");
        Conditions = row.Texts("conditions");
        Indications = row.Texts("indications");
        Jurisdiction = row.Text("jurisdiction");
        Severity = Finding.Severities.Parse(row.Text("severity")!).Value;
        NeedsSecondPerson = Severity == Severity.Confirm && row.Truth("secondPerson") is true;
        text = new Lazy<string>(() => DisplayedWords.Of(row.Text("text")!));
        Hazards = row.Texts("hazards");
        source = new Lazy<string>(() => formulary.Cite(row.Provenance!));
        drugs = [.. row.Texts("drugs")];
        classes = [.. row.Texts("classes")];
        routes = [.. row.Texts("routes")];
    }

    public DataRow Row { get; }

    /// <summary>The class of medicines; <see langword="null"/> for a condition.</summary>
    public string? Medicines { get; }

    /// <summary>The conditions, any of which it is about.</summary>
    public IReadOnlyList<string> Conditions { get; }

    /// <summary>The indications that it is about; empty for any.</summary>
    public IReadOnlyList<string> Indications { get; }

    /// <summary>Whose label it is; <see langword="null"/> for nobody's alone.</summary>
    public string? Jurisdiction { get; }

    public Severity Severity { get; }

    public bool NeedsSecondPerson { get; }

    public string Text => text.Value;

    public IReadOnlyList<string> Hazards { get; }

    public string Source => source.Value;

    /// <summary>The drugs of a mixture that it is about, in words; empty if it is about any, <see langword="null"/> if about none of them or not by this route.</summary>
    public string? DrugsOf(Therapy therapy)
    {
        if (routes.Count > 0 && !routes.Contains(TherapyFile.Routes.Word(therapy.Route)))
        {
            return null;
        }

        if (drugs.Count == 0 && classes.Count == 0)
        {
            return "";
        }

        string? met = null;
        foreach (var part in therapy.Infusate.Drugs)
        {
            if (drugs.Contains(part.Drug.Id) || classes.Contains(part.Drug.Class))
            {
                met = met is null ? part.Drug.Id : $"{met} and {part.Drug.Id}";
            }
        }

        return met;
    }

    /// <summary>The finding that it makes.</summary>
    /// <param name="kind">What it is called.</param>
    /// <param name="path">Where the cause stands in the file.</param>
    /// <param name="what">What met what, in words.</param>
    public Finding Found(FindingKind kind, string path, string what)
    {
        var opening = char.ToUpperInvariant(what[0]) + what[1..];
        return new Finding(
            kind,
            Severity,
            path,
            $"{opening}. {Text}{(NeedsSecondPerson ? " Going on needs a reason and a second authorised person." : "")}"
        )
        {
            Value = what,
            Source = Source,
            Rule = Row.Id,
            NeedsSecondPerson = NeedsSecondPerson,
            Hazards = Hazards,
        };
    }
}
