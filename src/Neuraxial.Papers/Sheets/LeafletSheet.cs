namespace Neuraxial.Papers;

internal static class LeafletSheet
{
    public static Section Write(Document document) => new("leaflet", "Leaflet", "", Html.None);
}
