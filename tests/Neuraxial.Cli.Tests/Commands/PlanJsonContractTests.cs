using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>The members of a plan's JSON, what each holds and in which units: what other programs rely on. Members are added, never renamed.</summary>
public sealed class PlanJsonContractTests
{
    /// <summary>Path and kind; a question mark where it may be null. Below a null nothing is looked for.</summary>
    private const string Contract = """
        therapy                           text
        formulary                         object
        formulary.version                 text
        formulary.sha256                  sha256
        formulary.layers[].name           text
        formulary.layers[].version        text
        formulary.layers[].sha256         sha256
        formulary.layers[].standing       word
        formulary.layers[].from           day?
        formulary.layers[].until          day?
        profile                           word?
        infusate.volume                   volume
        infusate.diluent                  word?
        infusate.drugs[].drug             word
        infusate.drugs[].concentration    concentration
        program.mode                      word
        program.rate                      flow
        program.steps[].at                time
        program.steps[].rate              flow
        program.basal[].drug              word
        program.basal[].dose              dose
        program.maximum[].drug            word
        program.maximum[].dose            dose
        program.maximumVolume             volume
        program.demandBoluses             number
        program.achievable                object?
        program.achievable.rate           flow
        program.achievable.error          number
        program.achievable.doses[].drug   word
        program.achievable.doses[].dose   dose
        program.achievable.demandBolus    volume?
        fluidPath                         object?
        fluidPath.volume                  volume
        fluidPath.delay                   duration?
        fluidPath.tubing                  volume
        fluidPath.catheter                volume
        refill.emptyAt                    moment?
        refill.lowAt                      moment?
        refill.stableUntil                moment?
        refill.serviceUntil               moment?
        refill.refillBy                   moment?
        refill.reason                     reason?
        refill.withExpected               object?
        refill.withExpected.emptyAt       moment?
        refill.withExpected.lowAt         moment?
        refill.withExpected.stableUntil   moment?
        refill.withExpected.refillBy      moment?
        refill.withExpected.reason        reason?
        refill.withAllBoluses.emptyAt     moment?
        refill.withAllBoluses.lowAt       moment?
        refill.withAllBoluses.stableUntil moment?
        refill.withAllBoluses.refillBy    moment?
        refill.withAllBoluses.reason      reason?
        priming                           object?
        priming.volume                    volume
        priming.doses[].drug              word
        priming.doses[].mass              mass
        bridge                            object?
        bridge.drug                       word
        bridge.volume                     volume
        bridge.rate                       flow
        bridge.duration                   duration
        bridge.programmed                 mass
        bridge.programmedDrug             word
        bridge.delivered                  mass
        bridge.shownDose                  dose
        bridge.unbridged.dose             dose
        bridge.unbridged.duration         duration
        bridge.parts[].part               word
        bridge.parts[].volume             volume
        bridge.parts[].duration           duration
        bridge.drugs[].drug               word
        bridge.drugs[].old                concentration?
        bridge.drugs[].new                concentration?
        bridge.drugs[].wanted             dose?
        bridge.drugs[].bridged            dose
        bridge.drugs[].unbridged          dose
        bridge.drugs[].delivered          mass
        tip[].hour                        number
        tip[].drugs[].drug                word
        tip[].drugs[].bridged             mass?
        tip[].drugs[].unbridged           mass?
        mixing                            object?
        mixing.residual                   volume
        mixing.drugs[].drug               word
        mixing.drugs[].wanted             concentration
        mixing.drugs[].mixed              concentration
        residual                          object?
        residual.expected                 volume
        residual.measured                 volume
        residual.intended                 volume
        residual.delivered                volume
        residual.errorPercent             number?
        comparison[].drug                 word
        comparison[].old                  dose
        comparison[].new                  dose
        transfer.device                   text
        transfer.entries[].field          text
        transfer.entries[].value          text?
        transfer.entries[].note           text?
        findings[].code                   word
        findings[].severity               severity
        findings[].path                   path
        findings[].message                text
        findings[].value                  text?
        findings[].limit                  text?
        findings[].source                 text?
        findings[].hazards[]              hazard
        """;

    private static readonly (string Path, string Kind)[] Rows =
    [
        .. Contract.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(row => (row[0], row[1])),
    ];

    public static TheoryData<string> Names => [.. Examples.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_member_of_the_contract_is_there_and_holds_what_it_should(string name)
    {
        using var plan = Json(name);
        foreach (var (path, kind) in Rows)
        {
            foreach (var value in Values(plan.RootElement, path.Split('.')))
            {
                AssertIs(value, kind, $"{name}: {path} is {value}, which is no {kind}");
            }
        }
    }

    [Fact]
    public void Every_member_of_the_contract_has_a_value_in_some_example()
    {
        var service = Formulary.BuiltIn.Overlaid(File.ReadAllBytes(Examples.Service)).Content!;
        var plans = Examples
            .Names.Select(Json)
            .Append(Json(Planner.Plan(Therapies.Read(Examples.Json("cancer-intrathecal-implanted")), service)))
            .ToList();
        var never = Rows.Where(row =>
            !plans.Exists(plan => Values(plan.RootElement, row.Path.Split('.')).Any(value => value.ValueKind != JsonValueKind.Null))
        );
        Assert.Equal("", string.Join(", ", never.Select(row => row.Path)));
        plans.ForEach(plan => plan.Dispose());
    }

    [Fact]
    public void Steps_of_other_days_name_their_days()
    {
        using var plan = Json("baclofen-flex-weekend");
        var steps = plan.RootElement.GetProperty("program").GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(8, steps.Count);
        Assert.All(steps.Take(4), step => Assert.False(step.TryGetProperty("on", out _)));
        Assert.All(steps.Skip(4), step => Assert.Equal("""["saturday","sunday"]""", JsonSerializer.Serialize(step.GetProperty("on"))));
    }

    [Fact]
    public void Indented_or_on_one_line_it_says_the_same()
    {
        foreach (var name in Examples.Names)
        {
            using var indented = Json(name);
            var line = new ArrayBufferWriter<byte>();
            PlanJson.Write(Examples.Plan(name), line, indented: false);
            using var flat = JsonDocument.Parse(line.WrittenMemory);
            Assert.True(JsonElement.DeepEquals(indented.RootElement, flat.RootElement), name);
        }
    }

    private static JsonDocument Json(string name) => Json(Examples.Plan(name));

    private static JsonDocument Json(Plan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        PlanJson.Write(plan, buffer, indented: true);
        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static IEnumerable<JsonElement> Values(JsonElement element, string[] names)
    {
        if (names.Length == 0)
        {
            return [element];
        }

        if (element.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        var name = names[0].Replace("[]", "", StringComparison.Ordinal);
        Assert.True(element.TryGetProperty(name, out var member), $"there is no {name} in {element}");
        return names[0] == name ? Values(member, names[1..])
            : member.ValueKind == JsonValueKind.Null ? []
            : member.EnumerateArray().SelectMany(item => Values(item, names[1..]));
    }

    private static void AssertIs(JsonElement value, string kind, string message)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            Assert.True(kind.EndsWith('?'), message);
            return;
        }

        var right = kind.TrimEnd('?') switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "number" => value.ValueKind == JsonValueKind.Number && Plain(value.GetRawText()),
            var text => value.ValueKind == JsonValueKind.String && IsText(value.GetString()!, text),
        };
        Assert.True(right, message);
    }

    private static bool IsText(string text, string kind) =>
        kind switch
        {
            "text" => text.Trim().Length > 0 && !text.Any(char.IsControl),
            "word" => Matches(text, "^[a-z0-9][a-z0-9.-]*$"),
            "sha256" => Matches(text, "^[0-9a-f]{64}$"),
            "path" => text.StartsWith("$.", StringComparison.Ordinal),
            "hazard" => Matches(text, "^HZ-[0-9]{2}$"),
            "severity" => text is "block" or "confirm" or "warn" or "unknown",
            "reason" => text is "volume" or "stability" or "service-limit",
            "day" => DateText.ParseDate(text).Succeeded,
            "time" => DateText.ParseTime(text).Succeeded,
            "moment" => DateTime.TryParseExact(text, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out _),
            "volume" => ReadsBack<Volume>(text, " mL"),
            "flow" => ReadsBack<FlowRate>(text, " mL/d"),
            "dose" => ReadsBack<DoseRate>(text, " mg/d", " ug/d"),
            "mass" => ReadsBack<Mass>(text, " mg", " ug"),
            "concentration" => ReadsBack<Concentration>(text, " mg/mL", " ug/mL"),
            "duration" => Matches(text, " [hd]$")
                && QuantityText.ParseDuration(text) is { Succeeded: true } length
                && QuantityText.Write(length.Value) == text,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no kind"),
        };

    /// <summary>What is written is read by the grammar of files, and written again the same.</summary>
    private static bool ReadsBack<T>(string text, params string[] units)
        where T : struct, IQuantity<T> =>
        Array.Exists(units, unit => text.EndsWith(unit, StringComparison.Ordinal))
        && QuantityText.Parse<T>(text) is { Succeeded: true } read
        && read.Value.ToString() == text;

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>No exponent, no trailing zero.</summary>
    private static bool Plain(string number) => Matches(number, @"^-?[0-9]+(\.[0-9]*[1-9])?$");
}
