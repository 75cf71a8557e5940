namespace Neuraxial.Papers;

/// <summary>What is typed into the programmer, line by line, with a box for the one who programs and one for the one who reads back.</summary>
internal static class TransferPage
{
    public static Section Write(Document document)
    {
        var sheet = document.Plan.Transfer;
        return new Section(
            "transfer",
            "Transfer to the pump",
            "for the nurse who programs and the one who reads back",
            Html.Of(
                $"""
                {RouteLabel.Small(document.Therapy.Route)}
                {(document.Plan.IsBlocked ? Html.Of($"<p class=\"blocked\"><strong>Do not program.</strong> The plan is blocked.</p>\n") : Html.None)}
                <p>{sheet.Device}, in the order of its screens. One person sets a line and ticks it; the other reads it back from the device, says the number in words, and ticks it. “By hand” is what the plan does not know: somebody must, and writes it in.</p>
                <table class="transfer"><caption>{sheet.Device}</caption>
                <thead><tr><th scope="col">Field</th><th scope="col">Value</th><th scope="col">See to</th><th scope="col" class="tick">Set</th><th scope="col" class="tick">Read back</th></tr></thead>
                <tbody>
                {sheet.Entries.Select(Row)}</tbody></table>
                <h3>After programming</h3>
                <ul class="ticks">
                <li>{Boxes.Tick} Patient’s name and one more identifier agree with the wristband</li>
                <li>{Boxes.Tick} Label of the mixture read aloud: route, each drug, each strength</li>
                <li>{Boxes.Tick} {Connection(document)}</li>
                <li>{Boxes.Tick} The pump was read back after the update and is running</li>
                </ul>
                <div class="signatures">{Boxes.Signature("Programmed by")}{Boxes.Signature("Read back and checked by, a second person")}</div>

                """
            )
        );
    }

    private static string Connection(Document document) =>
        document.Therapy.Pump.Model.IsImplanted
            ? "The needle is in the port of the reservoir, not in that of the catheter"
            : $"The line was followed by hand from the pump to the patient: it is the {Phrases.Of(document.Therapy.Route)} catheter";

    private static Html Row(TransferEntry entry)
    {
        var value = entry.Value is { } known
            ? Html.Of($"""<b class="amount">{known}</b>{InWords(known)}""")
            : Html.Of($"""<span class="by-hand">by hand</span><span class="line"></span>""");
        return Html.Of(
            $"""<tr><th scope="row">{entry.Field}</th><td>{value}</td><td>{entry.Note}</td><td class="tick">{Boxes.Tick}</td><td class="tick">{Boxes.Tick}</td></tr>{"\n"}"""
        );
    }

    /// <summary>A number as it is read back; nothing for a name or a mode.</summary>
    private static Html InWords(string value) =>
        char.IsAsciiDigit(value[0]) && !value.Contains(" in ", StringComparison.Ordinal)
            ? Html.Of($""" <span class="words">{NumberWords.Of(value)}</span>""")
            : Html.None;
}
