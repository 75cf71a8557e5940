namespace Neuraxial.Papers;

/// <summary>The pharmacy's worksheet, the label, and the lines of the register.</summary>
internal static class PharmacySheet
{
    public static Section Write(Document document)
    {
        var fill = document.Therapy.Fill.Volume;
        var totals = document
            .Therapy.Infusate.Drugs.Zip(document.Therapy.Infusate.Masses(fill))
            .Select(pair =>
                Terms.Mass(
                    $"{pair.First.Drug.Name} in the container",
                    Display.Of(pair.First),
                    strength => strength * Terms.Of(fill),
                    Display.Of(pair.Second)
                )
            )
            .ToList();
        return new Section(
            "pharmacy",
            "Pharmacy worksheet and label",
            "for the pharmacist and the technician",
            Html.Of(
                $"""
                {RouteLabel.Small(document.Therapy.Route)}
                {Workings.Table("What the container holds", totals)}
                <h3>Label</h3>
                {MixtureLabel.Of(document)}

                """
            )
        );
    }
}
