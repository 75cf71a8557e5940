namespace Neuraxial.Papers;

/// <summary>
/// The route in big words, on each of the sheets that leave the ward (HZ-23). The colour repeats the words and says nothing by itself: epidural is
/// black on yellow, intrathecal white on violet, and in black and white the one is light with a thick border and the other dark.
/// </summary>
internal static class RouteLabel
{
    public static Html Large(Route route) => Of(route, "large");

    public static Html Small(Route route) => Of(route, "small");

    private static Html Of(Route route, string size) =>
        route == Route.Epidural
            ? Html.Of(
                $"""<div class="route {size}"><strong>EPIDURAL</strong><span>into the epidural space · not into the spinal fluid · not into a vein</span></div>"""
            )
            : Html.Of(
                $"""<div class="route {size}"><strong>INTRATHECAL</strong><span>into the spinal fluid · not into the epidural space · not into a vein</span></div>"""
            );
}
