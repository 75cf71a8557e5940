using NodaTime;

namespace Neuraxial;

/// <summary>Reads recipe files: JSON as <c>docs/schema/recipe.schema.json</c> describes it, every fault reported at once.</summary>
public static class RecipeFile
{
    /// <summary>More drugs than any mixture holds. A list without an end would be searched without an end.</summary>
    private const int MostDrugs = 8;

    /// <summary>Reads one recipe.</summary>
    /// <param name="utf8">The file's bytes.</param>
    /// <param name="formulary">Where drugs, preparations and pumps are looked up.</param>
    /// <returns>The recipe, or every problem of the file. A file with any problem gives no recipe.</returns>
    public static FileReading<Recipe> Read(ReadOnlyMemory<byte> utf8, Formulary formulary)
    {
        var problems = new ProblemList();
        var recipe = JsonText.Read(utf8, problems, root => Read(root, formulary));
        return new FileReading<Recipe>(recipe, problems.All());
    }

    private static Recipe? Read(JsonMembers root, Formulary formulary)
    {
        root.OptionalText("$schema", "the schema's address");
        root.OptionalText("about", "words");
        root.OptionalText("source", "where the case was published");
        var name = TherapyFile.ReadName(root, "recipe", "the recipe's name");
        var indication = root.RequiredChoice("indication", TherapyFile.Indications);
        var route = TherapyFile.ReadRoute(root);
        var jurisdiction = PatientReading.ReadJurisdiction(root);
        var pump = root.RequiredObject("pump", "the pump: { \"model\": … }") is { } setup ? DeviceReading.ReadPump(setup, formulary) : null;
        var diluent = InfusateReading.ReadDiluent(root, formulary);
        var wanted = ReadWanted(root, route ?? Route.Intrathecal, formulary);
        var residual = root.OptionalObject("residual") is { } left ? ReadResidual(left, formulary) : null;
        var interval = Positive(root, "interval", root.OptionalDuration("interval"), Duration.Zero, "no time at all; expected more than 0 d");
        var fill = MoreThanNothing(root, "fill", root.OptionalQuantity<Volume>("fill"));
        var rate = MoreThanNothing(root, "rate", root.OptionalQuantity<FlowRate>("rate"));
        var step = MoreThanNothing(root, "rateStep", root.OptionalQuantity<FlowRate>("rateStep"));
        var measure = ReadMeasure(root);
        var overfill = root.OptionalQuantity<Volume>("overfill");
        var deadSpace = root.OptionalQuantity<Volume>("deadSpace");
        var basis = root.OptionalText("basis", "the day of the fill, or the moment with its offset") is { } text ? ReadBasis(root, text) : null;
        root.Close();
        CheckPump(root, pump, fill);
        CheckStep(root, pump, "rateStep", step);
        CheckStep(root, pump, "rate", rate);
        return name is null || indication is null || route is null || pump is null || wanted.Count == 0
            ? null
            : new Recipe
            {
                Name = name,
                Indication = indication.Value,
                Route = route.Value,
                Jurisdiction = jurisdiction,
                Pump = pump,
                Diluent = diluent,
                Wanted = wanted,
                Residual = residual,
                Interval = interval,
                Fill = fill,
                Rate = rate,
                RateStep = step,
                Measure = measure,
                Overfill = overfill,
                DeadSpace = deadSpace,
                Day = basis?.Day,
                Moment = basis?.Moment,
            };
    }

    private static List<WantedDose> ReadWanted(JsonMembers root, Route route, Formulary formulary)
    {
        var array = root.Required("wanted", "an array of at least one { \"drug\", \"dose\" }");
        if (array is { ValueKind: System.Text.Json.JsonValueKind.Array } list && list.GetArrayLength() is var count && count is 0 or > MostDrugs)
        {
            root.Fault("wanted", count == 0 ? "no drug; expected at least one" : $"{count} drugs; expected at most {MostDrugs} in one mixture");
            return [];
        }

        var wanted = root.Objects("wanted", array, part => WantedReading.Read(part, route, formulary));
        foreach (var twice in wanted.GroupBy(part => part.Drug.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            root.Fault("wanted", $"{twice.Key} stands {twice.Count()} times; expected each drug once with its dose a day");
        }

        return wanted;
    }

    private static RecipeResidual? ReadResidual(JsonMembers residual, Formulary formulary)
    {
        var volume = MoreThanNothing(residual, "volume", residual.RequiredQuantity<Volume>("volume"));
        var drugs = residual.Objects(
            "drugs",
            residual.Required("drugs", "an array of { \"drug\", \"concentration\" }; empty for drug-free fluid"),
            part => InfusateReading.ReadDrug(part, formulary)
        );
        foreach (var twice in drugs.GroupBy(part => part.Drug.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            residual.Fault("drugs", $"{twice.Key} stands {twice.Count()} times; expected each drug once with its concentration");
        }

        residual.Close();
        return volume is { } left ? new RecipeResidual(left, drugs) : null;
    }

    /// <summary>The graduation in which a volume is drawn up, in the recipe or for one drug.</summary>
    internal static Volume? ReadMeasure(JsonMembers members)
    {
        var measure = MoreThanNothing(members, "measure", members.OptionalQuantity<Volume>("measure"));
        if (measure is { } known && known < Volume.FromMicrolitres(1m))
        {
            members.Fault("measure", $"{known} is less than any syringe is marked in; expected a graduation such as 0.1 mL");
            return null;
        }

        return measure;
    }

    /// <summary>A quantity that is there but nothing is a fault.</summary>
    internal static T? MoreThanNothing<T>(JsonMembers members, string name, T? quantity)
        where T : struct, IQuantity<T> => Positive(members, name, quantity, T.Zero, $"{T.Zero} is nothing; expected more than that");

    private static T? Positive<T>(JsonMembers members, string name, T? value, T zero, string message)
        where T : struct
    {
        if (value is not { } known || !known.Equals(zero))
        {
            return value;
        }

        members.Fault(name, message);
        return null;
    }

    private static Basis? ReadBasis(JsonMembers root, string text)
    {
        if (text.Contains('T'))
        {
            return root.Taken(DateText.ParseMoment(text), "basis") is { } moment ? new Basis(moment.Date, moment) : null;
        }

        return root.Taken(DateText.ParseDate(text), "basis") is { } day ? new Basis(day, null) : null;
    }

    /// <summary>What the solver cannot do without: a flow where it is built in, a volume where the container is not known.</summary>
    private static void CheckPump(JsonMembers root, PumpSetup? pump, Volume? fill)
    {
        if (pump is null)
        {
            return;
        }

        if (pump.Model.IsConstantFlow && root.Has("rate"))
        {
            root.Fault("rate", $"{pump.Model.Id} has a built-in flow; expected it in pump.flow");
        }

        if (pump.Model.IsConstantFlow && (pump.Flow ?? pump.Model.NominalFlow?.Quantity<FlowRate>()) is not { } flow)
        {
            var versions = pump.Model.NominalFlow is { } range ? $"is built with flows of {range}" : "has no flow in the catalogue";
            root.Problems.Add("$.pump.flow", $"{pump.Model.Id} {versions}; expected the flow on the implant card, more than 0 mL/d");
        }
        else if (pump.Flow == FlowRate.Zero)
        {
            root.Problems.Add("$.pump.flow", "0 mL/d is no flow; expected more than that");
        }

        if (fill is null && !root.Has("fill") && RecipeContainer.CapacityOf(pump.Model) is null)
        {
            root.Fault("fill", $"missing, and how much {pump.Model.Id} holds is not known; expected the volume of the fill");
        }
    }

    /// <summary>A rate between two steps is rounded by the pump, and the doses with it: what is fixed must be on a step, where the step is known (HZ-09).</summary>
    private static void CheckStep(JsonMembers root, PumpSetup? pump, string name, FlowRate? rate)
    {
        if (pump?.Model is not { IsConstantFlow: false } model || rate is not { } flow)
        {
            return;
        }

        var step = model.RateStep?.Quantity<FlowRate>();
        var each = step ?? (model.Stroke?.Quantity<Volume>() is { } stroke ? stroke / Durations.OneDay : null);
        if (each is { } known && flow / known is var count && count != decimal.Floor(count))
        {
            var what = step is null ? $"one stroke of {model.Stroke} a day" : $"{model.RateStep}";
            root.Fault(
                name,
                $"{flow} is not a whole number of steps of {model.Id}, {what}; expected {(count < 1m ? "" : $"{known * decimal.Floor(count)} or ")}{known * decimal.Ceiling(count)}"
            );
        }
    }

    private sealed record Basis(LocalDate Day, OffsetDateTime? Moment);
}
