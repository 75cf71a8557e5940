namespace Neuraxial.Papers;

/// <summary>
/// The paper of a plan: one HTML document that stands by itself, for screen and printer: prescription, pharmacy worksheet and label, transfer sheet,
/// change-over, dates, observations, emergency card, leaflet, every finding and every source. No script, no request, nothing from outside.
/// </summary>
public static class Paper
{
    /// <summary>Writes it: pure, the same for the same plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="hash">Of the file that was planned: it stands at the head of each page and in the square code.</param>
    /// <returns>HTML; to be written as UTF-8.</returns>
    public static string Write(Plan plan, TherapyHash hash)
    {
        var document = new Document(plan, hash);
        Section[] sections =
        [
            FindingsSheet.Write(document),
            PrescriptionSheet.Write(document),
            PharmacySheet.Write(document),
            TransferPage.Write(document),
            BridgeSheet.Write(document),
            DatesSheet.Write(document),
            TitrationSheet.Write(document),
            ConversionSheet.Write(document),
            ObservationSheet.Write(document),
            EmergencyCard.Write(document),
            LeafletSheet.Write(document),
            // Last: it lists what the others named.
            SourcesSheet.Write(document),
        ];
        return Frame.Write(document, sections);
    }
}
