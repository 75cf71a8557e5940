namespace Neuraxial.Tests;

/// <summary>A drug of a mixture as a file states it.</summary>
internal sealed record StatedDrug(string Drug, Stated Concentration)
{
    public string Json => $$"""{"drug":"{{Drug}}","concentration":"{{Concentration}}"}""";

    public static string Array(IEnumerable<StatedDrug> drugs) => $"[{string.Join(',', drugs.Select(drug => drug.Json))}]";
}

/// <summary>A step of a flex program: the minute of the day, and the flow.</summary>
internal sealed record StatedStep(int Minute, Stated Rate)
{
    public string Json => $$"""{"at":"{{Minute / 60:D2}}:{{Minute % 60:D2}}","rate":"{{Rate}}"}""";

    public static string Array(IEnumerable<StatedStep> steps) => $"[{string.Join(',', steps.Select(step => step.Json))}]";
}

/// <summary>A demand bolus: as a volume, or as a mass of the first drug.</summary>
internal sealed record StatedDemand(Stated Dose, bool InMass, Stated Lockout, Stated? Duration, (int Count, Stated Per)? Maximum)
{
    public string Json =>
        $$"""{"dose":"{{Dose}}","lockout":"{{Lockout}}"{{(Duration is null ? "" : $",\"duration\":\"{Duration}\"")}}{{(Maximum is { } most ? $",\"maximum\":{{\"count\":{most.Count},\"per\":\"{most.Per}\"}}" : "")}}}""";
}

/// <summary>A program as a file states it.</summary>
internal abstract record StatedProgram
{
    public StatedDemand? Demand { get; init; }

    public string Json => $"{{{Members}{(Demand is null ? "" : $",\"demand\":{Demand.Json}")}}}";

    protected abstract string Members { get; }

    public sealed record Continuous(Stated Rate) : StatedProgram
    {
        protected override string Members => $"\"mode\":\"continuous\",\"rate\":\"{Rate}\"";
    }

    /// <summary>By the dose of the first drug.</summary>
    public sealed record ContinuousDose(string Drug, Stated Dose) : StatedProgram
    {
        protected override string Members => $"\"mode\":\"continuous\",\"dose\":{{\"drug\":\"{Drug}\",\"rate\":\"{Dose}\"}}";
    }

    /// <summary>Days of the week are numbered from Monday, which is 0.</summary>
    public sealed record Flex(StatedStep[] Steps, int[] OtherDays, StatedStep[] OtherSteps) : StatedProgram
    {
        private static readonly string[] Week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

        protected override string Members =>
            $"\"mode\":\"flex\",\"steps\":{StatedStep.Array(Steps)}"
            + (
                OtherDays.Length == 0
                    ? ""
                    : $",\"otherDays\":[{{\"on\":[{string.Join(',', OtherDays.Select(day => $"\"{Week[day]}\""))}],\"steps\":{StatedStep.Array(OtherSteps)}}}]"
            );
    }

    public sealed record Periodic(Stated Bolus, bool InMass, Stated Duration, Stated Every, Stated? Basal) : StatedProgram
    {
        protected override string Members =>
            $"\"mode\":\"periodic\",\"bolus\":\"{Bolus}\",\"duration\":\"{Duration}\",\"every\":\"{Every}\""
            + (Basal is null ? "" : $",\"basal\":\"{Basal}\"");
    }
}

/// <summary>What the reference holds on a pump (pumps a1, a3, a5; practice 2 for the stroke of Prometra), in millilitres; where it holds nothing, nothing.</summary>
internal sealed record PumpFacts(string Model)
{
    public bool IsImplanted { get; init; }

    public Rational? Tubing { get; init; }

    public Rational? Alarm { get; init; }

    public Rational? Residual { get; init; }

    /// <summary>In millilitres a day.</summary>
    public Rational? RateStep { get; init; }

    public Rational? Stroke { get; init; }

    public bool BasalPauses { get; init; }

    public bool LockoutFromEnd { get; init; }

    public static PumpFacts[] All { get; } =
    [
        new("synchromed-ii-40")
        {
            IsImplanted = true,
            Tubing = Rational.Parse("0.140"),
            Alarm = 2,
            Residual = Rational.Parse("1.4"),
        },
        new("prometra-ii-20")
        {
            IsImplanted = true,
            Alarm = 3,
            Stroke = Rational.Parse("0.0025"),
        },
        new("medstream-20") { IsImplanted = true },
        new("cadd-solis") { Stroke = Rational.Parse("0.05"), LockoutFromEnd = true },
        new("cadd-prizm-pcs-ii") { RateStep = Rational.Parse("0.1") * 24, Stroke = Rational.Parse("0.05") },
        new("cadd-ms3"),
        new("ambit-pib") { BasalPauses = true, LockoutFromEnd = true },
    ];
}

/// <summary>A whole therapy file, of the members that arithmetic depends on.</summary>
internal sealed record PlanCase(PumpFacts Pump, StatedDrug[] Drugs, Stated Fill, Moment At, StatedProgram Program)
{
    public Stated? Catheter { get; init; }

    /// <summary>Of an external pump.</summary>
    public Stated? Line { get; init; }

    public Stated? LowReservoir { get; init; }

    public StatedDrug[]? OldDrugs { get; init; }

    /// <summary>The old program, by its rate; without one the old dose is not known.</summary>
    public Stated? OldRate { get; init; }

    public string Json =>
        $$"""
            {
              "therapy": "oracle", "indication": "cancer-pain", "route": "intrathecal",
              "pump": { "model": "{{Pump.Model}}"{{Member("line", Line)}}{{Member("lowReservoir", LowReservoir)}} },
              {{(Catheter is null ? "" : $"\"catheter\": {{ \"volume\": \"{Catheter}\" }},")}}
              "infusate": { "drugs": {{StatedDrug.Array(Drugs)}} },
              "fill": { "volume": "{{Fill}}", "at": "{{At}}" },
              {{(
                OldDrugs is null
                    ? ""
                    : $"\"previous\": {{ \"infusate\": {{ \"drugs\": {StatedDrug.Array(OldDrugs)} }}{(OldRate is null ? "" : $", \"program\": {new StatedProgram.Continuous(OldRate).Json}")} }},"
            )}}
              "program": {{Program.Json}}
            }
            """;

    public override string ToString() => Json;

    private static string Member(string name, Stated? quantity) => quantity is null ? "" : $", \"{name}\": \"{quantity}\"";
}
