using System.Globalization;

namespace Neuraxial.Simulation;

/// <content>Who was studied.</content>
public static partial class ExperimentFile
{
    private static Subject? ReadSubject(JsonMembers subject, Species? species, List<string> outside)
    {
        var height = Within(
            subject,
            "height",
            subject.OptionalQuantity<Length>("height") is { } length ? (double)length.InCentimetres() : null,
            100,
            230,
            "cm"
        );
        var weight = Within(
            subject,
            "weight",
            subject.OptionalQuantity<Mass>("weight") is { } mass ? (double)mass.InKilograms() : null,
            5,
            300,
            "kg"
        );
        var age = Within(subject, "age", OptionalNumber(subject, "age", "an age such as \"65 a\"", "a", "y"), 0, 120, "a");
        if (species == Species.Human && age < ValidatedRange.YoungestYears)
        {
            outside.Add(string.Create(CultureInfo.InvariantCulture, $"an age of {age} a: the model was held to adults"));
        }

        var sex = subject.OptionalText("sex", "male or female");
        if (sex is not (null or "male" or "female"))
        {
            subject.Fault("sex", $"'{Printable.OneLine(sex, 40)}' is unknown; expected male or female");
        }

        var rate = Within(subject, "heartRate", OptionalNumber(subject, "heartRate", "a rate such as \"66 /min\"", "/min"), 20, 300, "/min");
        var stroke = Within(subject, "strokeVolume", Millilitres(subject, "strokeVolume"), 0, 10, "mL");
        var fluid = Within(subject, "csfVolume", Millilitres(subject, "csfVolume"), 1, 300, "mL");
        subject.Close();
        return species is { } known
            ? new Subject(known)
            {
                HeightCm = height,
                WeightKg = weight,
                AgeYears = age,
                Sex = sex,
                HeartRatePerMinute = rate,
                StrokeVolumeMl = stroke,
                FluidVolumeMl = fluid,
            }
            : null;
    }
}
