namespace Neuraxial;

/// <content>The shapes of the rows that have more than a line of fields.</content>
internal sealed partial class Section
{
    private static string[] Events => ["start", "rise", "bolus", "test-dose", "refill", "stop"];
    private static string[] Routes => ["epidural", "intrathecal"];
    private static string[] Suitabilities => ["suitable", "unsuitable", "not-for-pumps", "risk-assessment", "unknown"];

    private static Field Id => new TextField("id").Required();

    private static Shape Drug =>
        Shape.Of(
            Id,
            Text("name").Required(),
            Word(
                    "class",
                    "opioid",
                    "local-anaesthetic",
                    "alpha-2-agonist",
                    "gaba-b-agonist",
                    "calcium-channel-blocker",
                    "benzodiazepine",
                    "vasoconstrictor",
                    "other"
                )
                .Required(),
            Word("shownIn", "mg", "ug").Required(),
            Texts("brands"),
            Rows("salts", Salt),
            Figure("molarMassSalt"),
            Figure("molarMassBase"),
            Figure("baseFraction"),
            Figure("pKa"),
            Figure("solutionPh"),
            Figure("lipidSolubility"),
            Figures("lipidSolubilityOther"),
            Figure("proteinBinding"),
            Figure("csfHalfLife", Dimension.Time),
            Figure("csfRemaining"),
            Figure("serumHalfLife", Dimension.Time),
            new RowField("licence", Shape.Of(Licence("ukIntrathecal"), Licence("ukEpidural"), Licence("usIntrathecal"), Licence("usEpidural"))),
            Rows("lookAlikes", Shape.Statement(Text("drug").Required(), Texts("hazards"), Figures("facts"))),
            Figures("contraindications"),
            Figures("watch"),
            Figures("overdose"),
            Figures("withdrawal"),
            Figures("rescue"),
            Figures("plannedStop"),
            Figure("bridgeRank"),
            Figure("controlledUk")
        );

    private static Shape Salt =>
        Shape.Statement(
            Text("salt").Required(),
            Word("expressedAs", "salt", "base", "anhydrous-salt", "zwitterion"),
            Text("region"),
            Figure("molarMass"),
            Figure("baseFraction"),
            Figure("equivalence"),
            Figure("productForm"),
            Figure("molarMassProductForm")
        );

    private static Shape Denied =>
        Shape.Statement(
            Id,
            Text("name").Required(),
            Text("class").Required(),
            Texts("brands"),
            Texts("spellings"),
            Text("reason").Required(),
            Text("limitedTo"),
            Texts("hazards").Required(),
            Figures("evidence")
        );

    private static Shape Preparation =>
        Shape.Statement(
            Id,
            Text("name").Required(),
            Rows("drugs", Shape.Of(Text("drug").Required(), Figure("strength", Concentration.Dimension), Figure("amount", Mass.Dimension)))
                .Required(),
            Word("region", "uk", "us").Required(),
            Word("form", "ampoule", "vial", "bag", "prefilled-syringe", "powder", "special"),
            Figures("sizes", Volume.Dimension),
            Truth("licensed"),
            Texts("excipients"),
            Word("preservativeFree", "yes", "yes-by-excipient-list", "no", "check").Required(),
            new RowField("spinal", Shape.Of(Word("intrathecal", Suitabilities).Required(), Word("epidural", Suitabilities).Required())).Required(),
            Figure("pH"),
            Figure("osmolality"),
            Figure("endotoxin"),
            Text("filter")
        );

    private static Shape Dosing =>
        Shape.Of(
            Id,
            Text("drug"),
            Texts("drugs"),
            Text("of"),
            Word("route", Routes).Required(),
            Word(
                    "what",
                    "start",
                    "range",
                    "titration-step",
                    "maximum-daily",
                    "maximum-hourly",
                    "maximum-concentration",
                    "maximum-duration",
                    "trial-bolus",
                    "test-dose",
                    "bolus",
                    "rate"
                )
                .Required(),
            Text("as"),
            Word("phase", "first-day", "advised", "maintenance", "side-effects"),
            Text("authority").Required(),
            Text("patients"),
            Figure("figure").Required()
        );

    private static Shape Limit =>
        Shape.Of(
            Id,
            Text("rule").Required(),
            Text("title").Required(),
            Word("check", [.. LimitChecks.Words]).Required(),
            Text("drug"),
            Texts("drugs"),
            Word("route", Routes),
            Texts("profiles"),
            Texts("pumps"),
            Word("jurisdiction", "uk", "eu", "us"),
            Text("patients"),
            Text("when"),
            Word("bound", "upper", "lower"),
            Figure("soft"),
            Figure("hard"),
            Word("override", "none", "reason", "two-person"),
            Text("why").Required(),
            Texts("hazards").Required()
        );

    private static Shape Profile =>
        Shape.Of(
            Id,
            Text("title").Required(),
            Word("route", Routes).Required(),
            Word("placement", "implanted", "external", "any").Required(),
            Texts("indications", "cancer-pain", "non-cancer-pain", "spasticity", "post-operative", "labour").Required()
        );

    private static Shape Stability =>
        Shape.Statement(
            Id,
            Number("row"),
            Rows("drugs", StudiedDrug).Required(),
            Word("container", "implanted-pump", "cassette", "bag", "syringe", "glass", "external-pump", "patient"),
            Word("setting", "implanted", "external", "storage"),
            Figure("temperature"),
            Figure("duration", Dimension.Time),
            Figure("remaining"),
            Word("verdict", "stable", "limited", "degrades", "precipitates", "studied").Required(),
            Word("fill", "first", "later", "any").Required(),
            Word("jurisdiction", "uk", "eu", "us"),
            Truth("diluted"),
            Word("use", "limit", "evidence").Required()
        );

    /// <summary>A drug of a studied mixture: from its minimum, or above a concentration that another row holds, to its maximum; what is absent is not stated.</summary>
    private static Shape StudiedDrug =>
        Shape.Of(
            Text("drug").Required(),
            Quantity("minimum", Concentration.Dimension),
            Quantity("above", Concentration.Dimension),
            Quantity("maximum", Concentration.Dimension)
        );

    private static Shape Conversion =>
        Shape.Of(
            Id,
            Text("fromDrug").Required(),
            Text("toDrug").Required(),
            Word("fromRoute", "oral", "subcutaneous", "intravenous", "epidural", "intrathecal").Required(),
            Word("toRoute", "oral", "subcutaneous", "intravenous", "epidural", "intrathecal").Required(),
            Figure("ratio").Required(),
            Text("applies")
        );

    private static Shape ConversionRule =>
        Shape.Of(
            Id,
            Word("use", "start-divisor", "start-cut", "start-share", "taper-first-day", "taper-daily", "taper-stop", "taper-statement"),
            Texts("routes", "oral", "subcutaneous", "intravenous", "epidural", "intrathecal"),
            Texts("indications", "cancer-pain", "non-cancer-pain", "spasticity", "post-operative", "labour"),
            Text("applies"),
            Text("text").Required(),
            Figure("figure")
        );

    private static Shape Regime =>
        Shape.Figure(
            Id,
            Text("setting").Required(),
            Texts("routes", Routes).Required(),
            Texts("drugs"),
            Texts("classes"),
            Text("applies"),
            Word("placement", "implanted", "external"),
            Word("patients", "child"),
            Word("starts", Events).Required(),
            Texts("alsoAfter", Events),
            Rows(
                    "steps",
                    Shape.Of(
                        Texts("what").Required(),
                        Quantity("every", Dimension.Time),
                        Quantity("until", Dimension.Time),
                        Text("condition"),
                        Text("text")
                    )
                )
                .Required(),
            Figure("atLeast", Dimension.Time)
        );

    private static Shape Trigger =>
        Shape.Statement(
            Id,
            Text("what"),
            Texts("classes"),
            Texts("routes", Routes),
            Text("sign").Required(),
            Text("trigger").Required(),
            Text("action")
        );

    private static Shape Benchmark =>
        Shape.Of(Id, Text("benchmark").Required(), Text("what").Required(), Figure("figure").Required(), Text("population"));

    private static Field Text(string name) => new TextField(name);

    private static Field Texts(string name, params string[] words) => new TextsField(name, words);

    private static Field Word(string name, params string[] words) => new WordField(name, words);

    private static Field Truth(string name) => new TruthField(name);

    private static Field Number(string name) => new NumberField(name);

    private static Field Quantity(string name, Dimension dimension) => new QuantityField(name, dimension);

    private static Field Figure(string name, Dimension? dimension = null) => new FigureField(name, dimension);

    private static Field Figures(string name, Dimension? dimension = null) => new FiguresField(name, dimension);

    private static Field Rows(string name, Shape shape) => new RowsField(name, shape);

    private static Field Licence(string name) =>
        new RowField(
            name,
            Shape.Figure(
                Word("status", "licensed", "bolus-only", "not-licensed", "not-marketed", "never", "unknown").Required(),
                Text("limitedTo"),
                Figures("more")
            )
        );
}
