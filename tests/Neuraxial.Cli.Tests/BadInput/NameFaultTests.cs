using System.Text.Json;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Names of drugs, routes and devices that look right and are not, and drugs that never go by the spinal route (HZ-16, HZ-24, HZ-25).</summary>
public sealed class NameFaultTests
{
    private const string Drug = "$.infusate.drugs[0].drug";

    [Theory]
    [Trait("Hazard", "HZ-16")]
    [InlineData("Morphine", "(it holds U+004D, which is not one of a-z, 0-9 and '-'); did you mean 'morphine'?")]
    [InlineData("m\u043erphine", "(it holds U+043E, which is not one of a-z, 0-9 and '-'); did you mean 'morphine'?")]
    [InlineData("mor\u0440hine", "(it holds U+0440, which is not one of a-z, 0-9 and '-'); did you mean 'morphine'?")]
    [InlineData("morphin\u0435", "(it holds U+0435, which is not one of a-z, 0-9 and '-'); did you mean 'morphine'?")]
    [InlineData("b\u0430clofen", "(it holds U+0430, which is not one of a-z, 0-9 and '-'); did you mean 'baclofen'?")]
    [InlineData("ba\u0441lofen", "(it holds U+0441, which is not one of a-z, 0-9 and '-'); did you mean 'baclofen'?")]
    [InlineData("m\u03bfrphine", "(it holds U+03BF, which is not one of a-z, 0-9 and '-'); did you mean 'morphine'?")]
    [InlineData("morph\u0131ne", "(it holds U+0131, which is not one of a-z, 0-9 and '-'); did you mean 'morphine'?")]
    [InlineData("MORPH\u0130NE", "did you mean 'morphine'?")]
    [InlineData("\uff4dorphine", "(it holds U+FF4D, which is not one of a-z, 0-9 and '-'); did you mean 'morphine'?")]
    [InlineData("\uff4d\uff4f\uff52\uff50\uff48\uff49\uff4e\uff45", "did you mean 'morphine'?")]
    [InlineData("\u043c\u043e\u0440\u0444\u0438\u043d", "expected an international name that 'neuraxial formulary' lists")]
    [InlineData("morphine ", "did you mean 'morphine'?")]
    [InlineData("mor\u00adphine", "'mor\ufffdphine' (it holds U+00AD")]
    [InlineData("morphine\\u0000", "'morphine\ufffd' (it holds U+0000")]
    [InlineData("mor\\nphine", "'mor\ufffdphine' (it holds U+000A")]
    [InlineData("morphin", "unknown drug 'morphin'; did you mean 'morphine'?")]
    [InlineData("mophrine", "unknown drug 'mophrine'; did you mean 'morphine'?")]
    [InlineData("morphine-sulfate", "unknown drug 'morphine-sulfate'; expected an international name that 'neuraxial formulary' lists")]
    [InlineData("aspirin", "unknown drug 'aspirin'; expected an international name that 'neuraxial formulary' lists")]
    [InlineData("", "unknown drug ''; expected an international name")]
    public void A_drug_that_is_not_spelt_as_the_formulary_spells_it_is_refused_and_never_put_right(string name, string words) =>
        Therapies.AssertRefused(Therapies.Continuous.With(Drug, $"\"{name}\""), Drug, words);

    [Theory]
    [Trait("Hazard", "HZ-24")]
    [InlineData("vincristine", "Vincristine")]
    [InlineData("Vincristine", "Vincristine")]
    [InlineData("VINCRISTINE", "Vincristine")]
    [InlineData("vincristin", "Vincristine")]
    [InlineData("vincrystine", "Vincristine")]
    [InlineData("vincristine sulfate", "Vincristine")]
    [InlineData("vincristine_sulphate", "Vincristine")]
    [InlineData("Oncovin", "Vincristine")]
    [InlineData("VCR", "Vincristine")]
    [InlineData("v\u0456ncristine", "Vincristine")]
    [InlineData("vincrist\u0131ne", "Vincristine")]
    [InlineData("\uff56\uff49\uff4e\uff43\uff52\uff49\uff53\uff54\uff49\uff4e\uff45", "Vincristine")]
    [InlineData("vin\u200bcristine", "Vincristine")]
    [InlineData("Velbe", "Vinblastine")]
    [InlineData("Navelbine", "Vinorelbine")]
    [InlineData("eldisine", "Vindesine")]
    [InlineData("Velcade", "Bortezomib")]
    [InlineData("TXA", "Tranexamic acid")]
    [InlineData("Cyklokapron", "Tranexamic acid")]
    [InlineData("KCl", "Potassium chloride")]
    [InlineData("potassium chloride", "Potassium chloride")]
    [InlineData("ChloraPrep", "Chlorhexidine")]
    [InlineData("remifentanil", "Remifentanil")]
    [InlineData("Ultiva", "Remifentanil")]
    public void A_drug_that_never_goes_by_the_spinal_route_is_refused_under_any_of_its_names(string name, string substance)
    {
        foreach (var (json, path) in new[] { (Therapies.Continuous, Drug), (Therapies.Full, "$.previous.infusate.drugs[0].drug") })
        {
            var problem = Assert.Single(Therapies.Problems(json.With(path, JsonSerializer.Serialize(name))));
            Assert.Equal(path, problem.Path);
            Assert.StartsWith(
                $"'{name.Replace('\u200b', '\ufffd')}' is {substance}, which is never given by the spinal route: ",
                problem.Message,
                StringComparison.Ordinal
            );
            Assert.Matches(@" \(HZ-24(, HZ-[0-9]{2})*\)$", problem.Message);
        }
    }

    [Fact]
    [Trait("Hazard", "HZ-24")]
    public void No_formulary_of_a_service_lets_such_a_drug_in()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "vincristine", "oncovin", "v\u0456ncristine" })
        {
            var own = folder.File("own.json", OverlayWith(name));
            var ran = Cli.Run("plan", Examples.Files[0], "--formulary", own).Unusable();
            Assert.Contains(
                $"{own}: $.drugs['{name}']: Vincristine is never given by the spinal route: vinca alkaloid: ascending paralysis and death when given into the spine (HZ-24); expected no such drug",
                ran.ErrorLines,
                StringComparer.Ordinal
            );
        }
    }

    [Fact]
    [Trait("Hazard", "HZ-24")]
    public void Nor_does_it_take_one_off_the_list()
    {
        using var folder = new TemporaryFolder();
        var own = folder.File(
            "own.json",
            """
            {
              "name": "Own", "version": "1",
              "denied": [{ "id": "vincristine", "name": "Something else", "class": "other", "brands": [], "spellings": ["xyz"], "reason": "none", "hazards": ["HZ-24"], "mark": "recalled", "sources": [] }]
            }
            """
        );
        var therapy = folder.File("therapy.json", Therapies.Continuous.With(Drug, "\"Oncovin\""));
        var added = folder.File("added.json", Therapies.Continuous.With(Drug, "\"xyz\""));
        var ran = Cli.Run("plan", therapy, added, "--formulary", own).Unusable();
        Assert.StartsWith(
            $"{therapy}: {Drug}: 'Oncovin' is Vincristine, which is never given by the spinal route: ",
            ran.ErrorLines[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            $"{added}: {Drug}: 'xyz' is Something else, which is never given by the spinal route: ",
            ran.ErrorLines[1],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [Trait("Hazard", "HZ-25")]
    [InlineData("spinal")]
    [InlineData("Spinal")]
    [InlineData(" SPINAL ")]
    public void Spinal_is_no_route_since_either_could_be_meant(string route) =>
        Therapies.AssertRefused(
            Therapies.Continuous.With("$.route", $"\"{route}\""),
            "$.route",
            "'spinal' can mean either route, and their doses differ about tenfold (HZ-25); expected one of epidural, intrathecal"
        );

    [Theory]
    [InlineData("$.route", "intravenous", "'intravenous' is unknown; expected one of epidural, intrathecal")]
    [InlineData("$.route", "Intrathecal", "'Intrathecal' is unknown (it holds U+0049, which is not one of a-z, 0-9 and '-')")]
    [InlineData("$.route", "intr\u0430thecal", "(it holds U+0430")]
    [InlineData("$.route", "it", "'it' is unknown; expected one of epidural, intrathecal")]
    [InlineData("$.indication", "pain", "'pain' is unknown; expected one of cancer-pain, non-cancer-pain, spasticity, post-operative, labour")]
    [InlineData("$.pump.model", "synchromed-ii", "unknown pump 'synchromed-ii'; ")]
    [InlineData("$.pump.model", "SynchroMed II 20", "did you mean 'synchromed-ii-20'?")]
    [InlineData("$.pump.model", "synchromed-ii-2\u043e", "unknown pump 'synchromed-ii-2\u043e' (it holds U+043E")]
    [InlineData("$.pump.model", "syringe", "unknown pump 'syringe'; expected one that 'neuraxial pumps' lists")]
    [InlineData("$.pump.zone", "London", "unknown time zone 'London'; expected a name of the IANA database such as Europe/London")]
    [InlineData("$.pump.zone", "UTC+1", "unknown time zone 'UTC+1'")]
    [InlineData("$.catheter.model", "ascender", "unknown catheter 'ascender'; did you mean 'ascenda'?")]
    [InlineData("$.infusate.diluent", "saline", "unknown diluent 'saline'; expected one of sodium-chloride-0.9, glucose-5")]
    [InlineData("$.catheter.tip", "T13", "'T13' is no level of the spine; expected C1 to C8, T1 to T12, L1 to L5 or S1 to S5")]
    [InlineData("$.catheter.tip", "t10", "'t10' is no level of the spine")]
    [InlineData("$.catheter.tip", "T010", "'T010' is no level of the spine")]
    [InlineData("$.catheter.tip", "\u042210", "'\u042210' is no level of the spine")]
    [InlineData("$.catheter.tip", "C8", "C8 is a segment of the cord and no vertebra; expected C7 or T1")]
    [InlineData("$.patient.sex", "f", "'f' is unknown; expected one of female, male, other, unknown")]
    [InlineData("$.currentOpioids[0].drug", "MS Contin", "'MS Contin' is no identifier (it holds U+004D")]
    [InlineData("$.currentOpioids[0].route", "po", "'po' is unknown; expected one of oral, subcutaneous")]
    public void Any_other_name_that_is_not_in_its_list_is_refused_with_the_nearest_or_the_list(string path, string name, string words) =>
        Therapies.AssertRefused(Therapies.Full.With("$.bridge", null).With(path, $"\"{name}\""), path, words);

    /// <summary>The built-in row of morphine under another name.</summary>
    private static string OverlayWith(string drug)
    {
        using var row = new MemoryStream();
        using (var json = new Utf8JsonWriter(row))
        {
            json.WriteStartObject();
            json.WriteString("name", "Own");
            json.WriteString("version", "1");
            json.WriteStartArray("drugs");
            Formulary.BuiltIn.Row("drugs", "morphine")!.WriteTo(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(row.ToArray()).Replace("\"id\":\"morphine\"", $"\"id\":\"{drug}\"", StringComparison.Ordinal);
    }
}
