namespace Neuraxial.Papers;

internal static class ObservationSheet
{
    public static Section Write(Document document) => new("observation", "Observations", "", Html.None);
}
