namespace Neuraxial.Papers;

internal static class PharmacySheet
{
    public static Section Write(Document document) => new("pharmacy", "Pharmacy worksheet and label", "", Html.None);
}
