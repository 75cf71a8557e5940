using NodaTime;

namespace Neuraxial;

/// <summary>Reads pump and catheter of a therapy file.</summary>
internal static class DeviceReading
{
    public static PumpSetup? ReadPump(JsonMembers setup, Formulary formulary)
    {
        var model = Find(
            setup,
            "model",
            "pump",
            setup.RequiredText("model", "the pump's model"),
            formulary.Pump,
            () => formulary.Rows("pumps").Select(row => row.Id)
        );
        var flow = setup.OptionalQuantity<FlowRate>("flow");
        var low = setup.OptionalQuantity<Volume>("lowReservoir");
        var line = setup.OptionalQuantity<Volume>("line");
        var zone = setup.OptionalText("zone", "a time zone such as Europe/London") is { } text ? ReadZone(setup, text) : null;
        if (flow is not null && model is { IsConstantFlow: false })
        {
            setup.Fault("flow", $"{model.Id} is programmed and has no built-in flow; expected the rate in the program");
        }

        if (line is not null && model is { IsImplanted: true })
        {
            setup.Fault("line", $"{model.Id} lies under the skin and has no line outside; expected the catheter's volume in catheter");
        }

        setup.Close();
        return model is null
            ? null
            : new PumpSetup(model)
            {
                Flow = flow,
                LowReservoir = low,
                Line = line,
                Zone = zone,
            };
    }

    public static CatheterPlacement ReadCatheter(JsonMembers placement, Formulary formulary)
    {
        var word = placement.OptionalText("model", "the catheter's model");
        var model = Find(placement, "model", "catheter", word, formulary.Catheter, () => formulary.Rows("catheters").Select(row => row.Id));
        var tip = placement.OptionalText("tip", "a vertebral level such as T10") is { } text ? placement.Taken(Level.Parse(text), "tip") : null;
        if (tip is { IsSegmentOnly: true })
        {
            placement.Fault("tip", "C8 is a segment of the cord and no vertebra; expected C7 or T1");
        }

        var length = placement.OptionalQuantity<Length>("length");
        var trimmed = placement.OptionalQuantity<Length>("trimmed");
        var volume = placement.OptionalQuantity<Volume>("volume");
        var placed = TherapyFile.ReadMoment(placement, "placed");
        var supplied = model?.Length?.Quantity<Length>();
        if (length is { } implanted && supplied is { } whole && implanted > whole)
        {
            placement.Fault("length", $"{implanted} is longer than {model!.Id} as supplied ({whole}); expected at most that");
        }

        if (trimmed is { } cut && supplied is { } full && cut >= full)
        {
            placement.Fault("trimmed", $"{cut} cut off leaves nothing of {model!.Id} ({full}); expected less");
        }

        if (length is { } stated && trimmed is { } off && supplied is { } all && stated + off != all)
        {
            placement.Fault(
                "trimmed",
                $"{stated} implanted and {off} cut off do not make the {all} of {model!.Id} as supplied; expected one of the two, or a pair that does"
            );
        }

        placement.Close();
        return new CatheterPlacement(model)
        {
            Tip = tip,
            Length = length,
            Trimmed = trimmed,
            Volume = volume,
            Placed = placed,
        };
    }

    private static T? Find<T>(JsonMembers members, string name, string what, string? id, Func<string, T?> find, Func<IEnumerable<string>> all)
        where T : class
    {
        if (id is null)
        {
            return null;
        }

        if (find(id) is { } found)
        {
            return found;
        }

        var near = Spelling.Nearest(id, all());
        members.Fault(
            name,
            $"unknown {what} '{Printable.OneLine(id, 40)}'{Spelling.Note(id)}; {(near is null ? "expected one that 'neuraxial pumps' lists" : $"did you mean '{near}'?")}"
        );
        return null;
    }

    private static DateTimeZone? ReadZone(JsonMembers setup, string text)
    {
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is { } zone)
        {
            return zone;
        }

        setup.Fault("zone", $"unknown time zone '{Printable.OneLine(text, 40)}'; expected a name of the IANA database such as Europe/London");
        return null;
    }
}
