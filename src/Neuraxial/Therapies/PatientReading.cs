namespace Neuraxial;

/// <summary>Reads what a therapy file says of the patient.</summary>
internal static class PatientReading
{
    private static readonly string[] Sexes = ["female", "male", "other", "unknown"];
    private static readonly string[] Jurisdictions = ["uk", "eu", "us"];
    private static readonly string[] Ways =
    [
        "oral",
        "subcutaneous",
        "intravenous",
        "intramuscular",
        "transdermal",
        "sublingual",
        "buccal",
        "rectal",
        "nasal",
        "epidural",
        "intrathecal",
    ];

    public static Patient Read(JsonMembers patient)
    {
        var birth = patient.OptionalText("birthDate", "a date as 1958-03-02") is { } text
            ? patient.Taken(DateText.ParseDate(text), "birthDate")
            : null;
        var sex = patient.OptionalText("sex", "one of " + string.Join(", ", Sexes));
        if (sex is not null && !Sexes.Contains(sex, StringComparer.Ordinal))
        {
            patient.Fault("sex", $"'{Printable.OneLine(sex, 40)}' is unknown; expected one of {string.Join(", ", Sexes)}");
        }

        var weight = patient.OptionalQuantity<Mass>("weight");
        if (weight is { } mass && (mass < Mass.FromKilograms(0.3m) || mass > Mass.FromKilograms(650m)))
        {
            patient.Fault("weight", $"'{QuantityText.Write(mass.InKilograms(), "kg")}' is no body weight; expected 0.3 kg to 650 kg");
        }

        var height = patient.OptionalQuantity<Length>("height");
        if (height is { } length && (length < Length.FromCentimetres(20m) || length > Length.FromCentimetres(280m)))
        {
            patient.Fault("height", $"'{length}' is no body height; expected 20 cm to 280 cm");
        }

        var conditions = Identifiers(patient, "conditions");
        var allergies = Identifiers(patient, "allergies");
        var anticoagulated = patient.OptionalTruth("anticoagulated");
        patient.Close();
        return new Patient
        {
            BirthDate = birth,
            Sex = sex,
            Weight = weight,
            Height = height,
            Conditions = patient.Has("conditions") ? conditions : null,
            Allergies = patient.Has("allergies") ? allergies : null,
            Anticoagulated = anticoagulated,
        };
    }

    /// <summary>Whose labels hold.</summary>
    public static string? ReadJurisdiction(JsonMembers root)
    {
        var text = root.OptionalText("jurisdiction", "one of " + string.Join(", ", Jurisdictions));
        if (text is not null && !Jurisdictions.Contains(text, StringComparer.Ordinal))
        {
            root.Fault("jurisdiction", $"'{Printable.OneLine(text, 40)}' is unknown; expected one of {string.Join(", ", Jurisdictions)}");
            return null;
        }

        return text;
    }

    public static CurrentMedicine? ReadMedicine(JsonMembers medicine)
    {
        var drug = medicine.RequiredText("drug", "the medicine's name");
        if (drug is not null && !IsIdentifier(drug))
        {
            medicine.Fault(
                "drug",
                $"'{Printable.OneLine(drug, 40)}' is no identifier{Spelling.Note(drug)}; expected an international name in lower case"
            );
        }

        var stopped = TherapyFile.ReadMoment(medicine, "stopped");
        return drug is null ? null : new CurrentMedicine(drug, stopped);
    }

    public static TestDose? ReadTestDose(JsonMembers test)
    {
        var dose = test.RequiredQuantity<Mass>("dose");
        if (dose == Mass.Zero)
        {
            test.Fault("dose", "a test dose of nothing; expected more than 0 ug");
        }

        var at = test.RequiredText("at", "date and time with offset") is { } text ? test.Taken(DateText.ParseMoment(text), "at") : null;
        var positive = test.OptionalTruth("positive");
        var lasted = test.OptionalDuration("lasted");
        return dose is { } known && at is { } moment ? new TestDose(known, moment) { Positive = positive, Lasted = lasted } : null;
    }

    public static CurrentOpioid? ReadOpioid(JsonMembers opioid)
    {
        var drug = opioid.RequiredText("drug", "the opioid's name");
        if (drug is not null && !IsIdentifier(drug))
        {
            opioid.Fault(
                "drug",
                $"'{Printable.OneLine(drug, 40)}' is no identifier{Spelling.Note(drug)}; expected an international name in lower case"
            );
        }

        var route = opioid.RequiredText("route", "one of " + string.Join(", ", Ways));
        if (route is not null && !Ways.Contains(route, StringComparer.Ordinal))
        {
            opioid.Fault("route", $"'{Printable.OneLine(route, 40)}' is unknown; expected one of {string.Join(", ", Ways)}");
        }

        var dose = opioid.RequiredQuantity<DoseRate>("dose");
        return drug is not null && route is not null && dose is { } known ? new CurrentOpioid(drug, route, known) : null;
    }

    private static List<string> Identifiers(JsonMembers patient, string name)
    {
        var all = patient.Texts(name, "an identifier");
        foreach (var text in all)
        {
            if (!IsIdentifier(text))
            {
                patient.Fault(
                    name,
                    $"'{Printable.OneLine(text, 40)}' is no identifier{Spelling.Note(text)}; expected lower-case words joined by hyphens"
                );
            }
        }

        return all;
    }

    private static bool IsIdentifier(string text) => text.Length is > 0 and <= 60 && Spelling.Note(text).Length == 0;
}
