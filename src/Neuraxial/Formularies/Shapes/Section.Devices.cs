namespace Neuraxial;

/// <content>The shapes of pumps and catheters.</content>
internal sealed partial class Section
{
    private static Shape Pump =>
        Shape.Of(
            Id,
            Text("name").Required(),
            Text("maker").Required(),
            Text("reference"),
            Word("placement", "implanted", "external").Required(),
            Word("kind", "programmable", "constant-flow", "ambulatory", "syringe-driver", "elastomeric", "mechanical").Required(),
            Figure("reservoir", Volume.Dimension),
            Figures("containers", Volume.Dimension),
            Figure("residual", Volume.Dimension),
            Figure("lowReservoir", Volume.Dimension),
            Figure("refillPreparation", Volume.Dimension),
            Figure("minimumFlow", FlowRate.Dimension),
            Figure("maximumFlow", FlowRate.Dimension),
            Figure("nominalFlow", FlowRate.Dimension),
            Figure("idleFlow", FlowRate.Dimension),
            Figure("rateStep", FlowRate.Dimension),
            Figure("stroke", Volume.Dimension),
            Figure("accuracy"),
            Figures("measuredAccuracy"),
            Rows("accuracyUnder", Shape.Figure(Text("condition").Required())),
            Rows(
                "fluidPath",
                Shape.Of(
                    Word("part", "pump-tubing", "access-port").Required(),
                    Word("bound", "minimum", "maximum"),
                    Rows("constant", Constant).Required()
                )
            ),
            new RowField("semantics", Semantics),
            Rows(
                "modes",
                Shape.Statement(
                    Word("mode", "continuous", "flex", "periodic", "demand", "constant-flow", "single-bolus", "stopped", "minimum-rate").Required()
                )
            ),
            Figure("flexSteps"),
            new RowField("demand", Demand),
            new RowField("clinicianBolus", Shape.Of(Volumes("minimumDose"), Volumes("maximumDose"), Volumes("doseStep"), Volumes("testDose"))),
            Rows("alarms", Alarm),
            Figure("tones"),
            new RowField("clock", Shape.Of(Behaviour("adjustsForDaylightSaving", "yes", "no").Required())),
            Figure("battery"),
            Figure("septum"),
            Figure("filter"),
            Figure("size"),
            Figure("needle"),
            Figures("mri"),
            Figures("temperature"),
            Figures("environment"),
            Figures("failures"),
            Rows("labelledFor", Shape.Statement(Text("drug").Required())),
            Figures("labelling"),
            Figures("notes")
        );

    /// <summary>A constant of a fluid path with its history, newest first: who was programmed under an old one can be found (practice part 5, 6).</summary>
    private static Shape Constant =>
        Shape.Figure(Text("since"), Text("until"), Text("software"), Quantity("replaces", Volume.Dimension), Text("why"), Truth("withdrawn"));

    private static Shape Semantics =>
        Shape.Of(
            Behaviour("basalDuringBolus", "added", "suspended"),
            Behaviour("lockoutReference", "start-to-start", "after-bolus", "end-to-start"),
            Behaviour("lockoutAfterScheduledBolus", "yes", "no"),
            Behaviour("effectiveLockout", "stricter-of-time-and-count"),
            Behaviour("intermittentIntervalReference", "start-to-start", "end-to-start"),
            Behaviour("limitHitMidBolus", "truncate", "complete"),
            Behaviour("stopMidBolus", "remainder-cancelled", "remainder-resumed"),
            Behaviour("rateUnit", "mL/h", "mL/d", "mm/h", "mm/d", "volume-over-duration", "dose"),
            Behaviour("bolusDeliveryRate", "fixed-by-device", "limited-by-maximum-rate", "programmed-duration"),
            Behaviour("refillDateBasis", "all-allotted-boluses", "programmed-schedule"),
            Behaviour("displayedReservoir", "counted-from-program", "measured")
        );

    private static Shape Demand =>
        Shape.Of(
            Figure("parameters"),
            Texts("notFor"),
            Figure("limits"),
            Volumes("minimumDose"),
            Volumes("maximumDose"),
            Volumes("doseStep"),
            Times("minimumDuration"),
            Times("maximumDuration"),
            Times("durationStep"),
            Times("defaultDuration"),
            Times("minimumLockout"),
            Times("maximumLockout"),
            Times("lockoutStep"),
            Times("defaultLockout"),
            Figure("maximumPerHour"),
            Flows("maximumBolusRate"),
            Flows("bolusRate"),
            Flows("bolusRateLowBattery"),
            Flows("bolusRateFloor")
        );

    private static Shape Alarm =>
        Shape.Statement(
            Text("alarm").Required(),
            Word("class", "critical", "non-critical", "high", "medium", "low"),
            Truth("stops"),
            Word("twinPriority", "PH", "PM", "PL")
        );

    private static Shape Catheter =>
        Shape.Of(
            Id,
            Text("name").Required(),
            Text("maker"),
            Text("reference"),
            Word("space", Routes).Required(),
            Figure("length", Length.Dimension),
            Figure("volumePerLength", VolumePerLength.Dimension),
            Figure("deadSpace", Volume.Dimension),
            Number("pieces"),
            Figures("trimming"),
            Texts("fits"),
            Texts("neverFits"),
            Figures("notes")
        );

    private static Field Volumes(string name) => new FigureField(name, Volume.Dimension);

    private static Field Times(string name) => new FigureField(name, Dimension.Time);

    private static Field Flows(string name) => new FigureField(name, FlowRate.Dimension);

    /// <summary>One word of a closed list, with its provenance: what a device does, as data.</summary>
    private static Field Behaviour(string name, params string[] words) => new RowField(name, Shape.Statement(Word("value", words).Required()));
}
