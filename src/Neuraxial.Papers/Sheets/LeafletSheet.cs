using NodaTime;
using NodaTime.Text;

namespace Neuraxial.Papers;

/// <summary>
/// The patient's own sheet, of this infusion and no other: large print, short words, for a reader of eleven. The test that measures it leaves out the
/// names of drugs and pumps, which nobody can make shorter.
/// </summary>
internal static class LeafletSheet
{
    public static Section Write(Document document)
    {
        var therapy = document.Therapy;
        var implanted = therapy.Pump.Model.IsImplanted;
        return new Section(
            "leaflet",
            "For you: your pump and your medicine",
            "for the patient and the family",
            Html.Of(
                $"""
                <div class="leaflet">
                {What(therapy)}
                {Inside(document)}
                {Pump(document)}
                {Expect(therapy)}
                {SideEffects(therapy)}
                {TooMuch(document)}
                {TooLittle(document)}
                {Germs(therapy)}
                {AlarmList(therapy.Pump.Model)}
                {Refill(document)}
                {Life(therapy, implanted)}
                {Call(implanted)}
                </div>

                """
            )
        );
    }

    private static Html What(Therapy therapy) =>
        Html.Of(
            $"""
            <h3>What is it?</h3>
            <p>A pump gives you medicine day and night. The medicine flows through a thin, soft tube to your back. {(
                therapy.Route == Route.Intrathecal
                    ? "The tip of the tube lies in the fluid around your nerves."
                    : "The tip of the tube lies in a small gap next to your nerves."
            )}</p>
            <h3>Why in my back?</h3>
            <p>The nerves for {(
                therapy.Indication == Indication.Spasticity ? "your muscles" : "your pain"
            )} run through your back. Close to them a small dose does a lot. This is why the dose looks so small.</p>

            """
        );

    private static Html Inside(Document document) =>
        Html.Of(
            $"""
            <h3>What is in the pump?</h3>
            <ul>
            {document.Therapy.Infusate.Drugs.Zip(document.Plan.Program.Basal).Select(pair =>
                Html.Of($"<li><b>{pair.First.Drug.Name}</b>: {PlainWords.Purpose(pair.First.Drug)}. You get <b>{Display.Of(pair.Second)}</b>.</li>\n")
            )}</ul>
            {(
                document.Therapy.Program.Demand is null
                    ? Html.None
                    : Html.Of(
                        $"<p>You can ask the pump for more: press the button. It lets you have some at most every {Display.Of(document.Therapy.Program.Demand.Lockout)}. No one else may press it for you.</p>\n"
                    )
            )}
            <p>Never let anyone put another drug into the pump or the tube. It could do you great harm.</p>

            """
        );

    private static Html Pump(Document document)
    {
        var pump = document.Therapy.Pump.Model;
        return pump.IsImplanted
            ? Html.Of(
                $"""
                <h3>Your pump</h3>
                <p>Your pump is under your skin. It is called <b class="name">{pump.Name}</b>. {(
                    pump.IsConstantFlow ? "It runs by itself and cannot be set." : "We set it from the outside, and that does not hurt."
                )} We fill it with a needle through your skin.</p>

                """
            )
            : Html.Of(
                $"""
                <h3>Your pump</h3>
                <p>Your pump is outside your body. It is called <b class="name">{pump.Name}</b>. Keep it with you day and night. Keep it dry. Do not pull on the tube. Look each day at the place where the tube goes into your skin.</p>

                """
            );
    }

    private static Html Expect(Therapy therapy)
    {
        var first = therapy.Previous is null;
        return Html.Of(
            $"""
            <h3>What will I feel?</h3>
            <p>{(
                first
                    ? "It takes time to find the right dose for you. We start low and go up step by step."
                    : "The medicine in your pump or its dose may have changed. It can take some days until you feel the change."
            )} We will ask how you are and look at you often at first. Tell us if {(
                therapy.Indication == Indication.Spasticity ? "your muscles are too stiff or too loose" : "you still have pain"
            )}.</p>

            """
        );
    }

    private static Html SideEffects(Therapy therapy) =>
        Html.Of(
            $"""
            <h3>Side effects</h3>
            <p>You may have some of these, or none. Tell us if you do.</p>
            {therapy.Infusate.Drugs.Select(part => Lines(part.Drug, "watch"))}
            """
        );

    private static Html TooMuch(Document document) =>
        Html.Of(
            $"""
            <div class="danger">
            <h3>Too much: get help at once</h3>
            <p>Call for an ambulance (in the UK: 999) and show your card if you see any of these.</p>
            {document.Therapy.Infusate.Drugs.Select(part => Lines(part.Drug, "overdose"))}
            </div>

            """
        );

    private static Html TooLittle(Document document) =>
        Html.Of(
            $"""
            <div class="danger">
            <h3>Too little: call us at once, day or night</h3>
            <p>The pump may be empty, or it may have stopped. You may see these.</p>
            {document.Therapy.Infusate.Drugs.Select(part => Lines(part.Drug, "withdrawal"))}
            </div>

            """
        );

    private static Html Germs(Therapy therapy) =>
        Html.Of(
            $"""
            <div class="danger">
            <h3>Germs or bleeding: call us at once, day or night</h3>
            <ul>
            <li>A fever, or a stiff neck, or a bad headache.</li>
            <li>Red, hot, sore or wet skin {(therapy.Pump.Model.IsImplanted ? "over the pump or on your back" : "where the tube goes in")}.</li>
            <li>New weak or numb legs, or new pain in your back.</li>
            <li>You cannot hold or pass your urine.</li>
            </ul>
            </div>

            """
        );

    private static Html AlarmList(Pump pump)
    {
        var alarms = Alarms.Of(pump);
        var known =
            alarms.Count == 0
                ? Html.Of($"<p>We have no list of the alarms of this pump. Ask us to let you hear them.</p>\n")
                : Html.Of(
                    $"""
                    <table><caption>What an alarm can mean</caption><thead><tr><th scope="col">It means</th><th scope="col">What to do</th></tr></thead><tbody>
                    {alarms.Select(alarm =>
                        Html.Of(
                            $"<tr><th scope=\"row\">{alarm.Means}</th><td>{(alarm.IsUrgent ? "Call us at once, day or night." : "Call us the same day.")}</td></tr>\n"
                        )
                    )}</tbody></table>

                    """
                );
        return Html.Of(
            $"""
            <h3>If the pump gives an alarm</h3>
            <p>{(
                pump.IsImplanted
                    ? "The pump may beep. You cannot tell from the beep alone what is wrong, so call us."
                    : "The pump beeps and shows a word. Read us the word."
            )}</p>
            {known}
            """
        );
    }

    private static Html Refill(Document document)
    {
        var implanted = document.Therapy.Pump.Model.IsImplanted;
        var by = document.Plan.RefillWithAll.RefillBy is { } date
            ? Html.Of(
                $"""<p class="by">{(implanted ? "Your pump must be filled again before" : "Your bag must be changed before")} <b class="amount">{PlainDay(document, date)}</b>.</p>"""
            )
            : Html.Of($"<p>We will tell you the date: <span class=\"line inline\"></span></p>");
        return Html.Of(
            $"""
            <h3>{(implanted ? "Your next fill" : "Your next bag")}</h3>
            {by}
            <p>Do not miss it. If you cannot come, call us well before. If the pump runs dry you get too little.</p>

            """
        );
    }

    /// <summary>A date with its month in full: <c>22 February 2027</c>.</summary>
    private static string PlainDay(Document document, Instant moment) =>
        LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu").Format(moment.WithOffset(document.Therapy.Fill.At.Offset).Date);

    private static Html Life(Therapy therapy, bool implanted)
    {
        var flex = therapy.Program is FlexProgram;
        return Html.Of(
            $"""
            <h3>Driving</h3>
            <p>Do not drive if you are sleepy, weak, dizzy or muddled. Ask us before you drive again after each change of dose.</p>
            <h3>Going away</h3>
            <p>Take your card and this sheet with you. Tell us before a long trip.{(
                flex ? " Your dose goes by the clock in the pump. In a new time zone it comes at another hour of the day, so ask us." : ""
            )}{(therapy.Pump.Model.IsConstantFlow ? " Heat and height make your pump run fast. Ask us before a flight, a dive or a sauna." : "")}</p>
            <h3>Scans</h3>
            <p>Before an MRI scan tell the staff that you have a pump, and show your card. {(
                implanted
                    ? "Some pumps must be made empty first. Your pump must be checked after each MRI scan."
                    : "Your pump must not go near the scanner."
            )}</p>
            {(
                implanted
                    ? Html.Of($"<h3>At first</h3>\n<p>For 6&nbsp;weeks after it is put in, do not rub the pump and do not twist your body.</p>\n")
                    : Html.None
            )}
            """
        );
    }

    private static Html Call(bool implanted) =>
        Html.Of(
            $"""
            <h3>Whom to call</h3>
            <div class="fields">{Boxes.Line("Pump team, in the day", "wide")}{Boxes.Line("Pump team, at night", "wide")}{Boxes.Line(
                "Your doctor",
                "wide"
            )}{Boxes.Line(implanted ? "Where your pump is filled" : "Who comes to change the bag", "wide")}</div>

            """
        );

    private static Html Lines(Drug drug, string list)
    {
        var lines = PlainWords.Of(drug.Row, list);
        return lines.Count == 0
            ? Html.Of($"<p><b>{drug.Name}</b>: we have no list for it. Ask us.</p>\n")
            : Html.Of($"<h4>{drug.Name}</h4>\n<ul>{lines.Select(line => Html.Of($"<li>{line.Text}</li>"))}</ul>\n");
    }
}
