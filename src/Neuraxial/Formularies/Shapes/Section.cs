namespace Neuraxial;

/// <summary>One kind of row: the name of its array in a file, the built-in file that holds it, and the shape of a row.</summary>
/// <remarks>To add a kind of figure to a drug, a pump or a rule, add its field here; loader, schema and listing follow.</remarks>
internal sealed partial class Section
{
    private readonly Lazy<Shape> shape;

    private Section(string name, string file, Func<Shape> shape)
    {
        Name = name;
        File = file;
        this.shape = new Lazy<Shape>(shape);
    }

    /// <summary>The array's name.</summary>
    public string Name { get; }

    /// <summary>The built-in file, without its ending.</summary>
    public string File { get; }

    /// <summary>What a row of it holds.</summary>
    /// <remarks>Made when it is first asked for: a plan by the built-in data asks for none.</remarks>
    public Shape Shape => shape.Value;

    public static IReadOnlyList<Section> All { get; } =
    [
        new("sources", "sources", () => Shape.Of(Id, Text("title").Required(), Text("where"))),
        new("drugs", "drugs", () => Drug),
        new("denied", "deny-list", () => Denied),
        new("discouraged", "deny-list", () => Denied),
        new("guidance", "guidance", () => Shape.Figure(Id, Text("topic").Required(), Text("edition"), Text("line"), Text("arm"), Text("drug"))),
        new("preparations", "preparations", () => Preparation),
        new(
            "diluents",
            "profiles",
            () => Shape.Statement(Id, Text("name").Required(), Word("preservativeFree", "yes", "no", "check"), Text("for"), Figure("notFor"))
        ),
        new("preparationRules", "preparations", () => Shape.Figure(Id, Text("drug"), Text("diluent"), Figure("figure"))),
        new("dosing", "dosing", () => Dosing),
        new("limits", "limits", () => Limit),
        new("profiles", "profiles", () => Profile),
        new("settings", "profiles", () => Shape.Of(Id, Text("title").Required(), Figure("figure").Required(), Texts("hazards"))),
        new("stability", "stability", () => Stability),
        new("stabilityRules", "stability", () => Shape.Figure(Id)),
        new("conversions", "conversions", () => Conversion),
        new("reductions", "conversions", () => ConversionRule),
        new("medicineClasses", "interactions", () => Shape.Statement(Id, Text("title").Required(), Texts("medicines").Required())),
        new("interactions", "interactions", () => Interaction),
        new("contraindications", "interactions", () => Contraindication),
        new("regimes", "observation", () => Regime),
        new("triggers", "observation", () => Trigger),
        new(
            "scales",
            "observation",
            () =>
                Shape.Statement(
                    Id,
                    Text("what"),
                    Text("name").Required(),
                    Rows("grades", Shape.Of(Text("grade").Required(), Text("meaning").Required())).Required()
                )
        ),
        new("observationEvents", "observation", () => Shape.Figure(Id)),
        new("observationBenchmarks", "observation", () => Benchmark),
        new(
            "followUpFields",
            "follow-up",
            () => Shape.Statement(Id, Text("group").Required(), Rows("fields", Shape.Of(Id, Text("text").Required(), Figure("figure"))).Required())
        ),
        new("followUpBenchmarks", "follow-up", () => Benchmark),
        new("followUpPathways", "follow-up", () => Shape.Figure(Id, Text("pathway").Required(), Number("step"))),
        new("followUpIntervals", "follow-up", () => Shape.Of(Id, Text("text").Required(), Figure("figure"))),
        new("auditStandards", "follow-up", () => Shape.Of(Id, Text("text").Required(), Figure("figure"))),
        new("patientTopics", "follow-up", () => Shape.Of(Id, Text("topic").Required(), Figures("items").Required())),
        new("pumps", "pumps", () => Pump),
        new("alarmRules", "pumps", () => Shape.Figure(Id, Text("alarm"), Truth("stops"), Word("twinPriority", "PH", "PM", "PL"))),
        new("catheters", "catheters", () => Catheter),
        new("filters", "catheters", () => Shape.Of(Id, Text("name").Required(), Figure("deadSpace", Volume.Dimension), Figures("notes"))),
        new("connectors", "catheters", () => Shape.Of(Id, Text("name").Required(), Figures("facts").Required())),
        new("tipLevels", "catheters", () => Shape.Statement(Id, Text("use").Required(), Texts("levels").Required(), Figures("notes"))),
        new("catheterRecord", "catheters", () => Shape.Figure(Id)),
        new(
            "refillSteps",
            "refill",
            () => Shape.Statement(Id, Number("number").Required(), Text("step").Required(), Text("mustCheck").Required(), Figures("notes"))
        ),
        new(
            "refillDiscrepancies",
            "refill",
            () =>
                Shape.Of(Id, Text("applies").Required(), Figure("volume", Volume.Dimension), Figure("relative"), Figure("action"), Figure("meaning"))
        ),
        new("pocketFills", "refill", () => Shape.Figure(Id, Text("fact").Required())),
        new(
            "refillIntervals",
            "refill",
            () =>
                Shape.Of(
                    Id,
                    Text("drug"),
                    Text("applies"),
                    Figure("limit", Dimension.Time),
                    Figure("rinse"),
                    Figure("printed", Volume.Dimension),
                    Figure("computed", Volume.Dimension)
                )
        ),
    ];

    /// <summary>Which of <see cref="All"/> it is.</summary>
    public int Place { get; private set; }

    private static Dictionary<string, Section> ByName { get; } = Numbered();

    private static Dictionary<string, Section> Numbered()
    {
        for (var place = 0; place < All.Count; place++)
        {
            All[place].Place = place;
        }

        return All.ToDictionary(section => section.Name, StringComparer.Ordinal);
    }

    /// <summary>The section of that name; <see langword="null"/> if there is none.</summary>
    public static Section? Find(string name) => ByName.GetValueOrDefault(name);
}
