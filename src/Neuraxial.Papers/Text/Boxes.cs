namespace Neuraxial.Papers;

/// <summary>What is left blank on the paper, to be written by hand.</summary>
internal static class Boxes
{
    /// <summary>A box to tick. Its column or its line says what for; there is nothing in it to be read aloud.</summary>
    public static Html Tick { get; } = Html.Trusted("""<span class="box" aria-hidden="true"></span>""");

    /// <summary>A line to write on.</summary>
    /// <param name="label">What is to be written.</param>
    /// <param name="size"><c>wide</c>, <c>short</c> or empty.</param>
    public static Html Line(string label, string size = "") =>
        Html.Of($"""<div class="field {size}"><span class="label">{label}</span><span class="line"></span></div>""");

    /// <summary>Name, signature, date and time of one person.</summary>
    public static Html Signature(string role) =>
        Html.Of(
            $"""
            <div class="signature"><span class="role">{role}</span>{Line("Name")}{Line("Signature")}{Line("Date and time", "short")}</div>

            """
        );

    /// <summary>Who the patient is: never in a file, always by hand and against the wristband.</summary>
    public static Html Patient { get; } =
        Html.Of(
            $"""
            <div class="fields patient">
            {Line("Patient’s name", "wide")}
            <div class="field wide"><span class="label">NHS number</span><span class="digits">{Digits(3)}<i></i>{Digits(3)}<i></i>{Digits(
                4
            )}</span></div>
            {Line("Date of birth")}
            {Line("Ward or clinic")}
            </div>

            """
        );

    private static Html Digits(int count) => Html.Trusted(string.Concat(Enumerable.Repeat("<b></b>", count)));
}
