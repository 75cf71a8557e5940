using System.Text.Json;

namespace Neuraxial;

/// <summary>The members of a figure and of its provenance, wherever they stand: in an object of their own or beside the members of a row.</summary>
internal static class FigureMembers
{
    /// <summary>The dimensions that a figure may have where its field does not fix one.</summary>
    private static readonly Dimension[] Any =
    [
        Mass.Dimension,
        Volume.Dimension,
        Concentration.Dimension,
        FlowRate.Dimension,
        DoseRate.Dimension,
        Dimension.Time,
        Length.Dimension,
        VolumePerLength.Dimension,
        LengthPerVolume.Dimension,
        TravelRate.Dimension,
        BodyDoseRate.Dimension,
    ];

    /// <summary>Takes and checks content and provenance.</summary>
    public static void Check(JsonMembers members, Dimension? dimension)
    {
        CheckProvenance(members);
        foreach (var name in (ReadOnlySpan<string>)["value", "low", "high"])
        {
            CheckQuantity(members, name, dimension);
        }

        foreach (var name in (ReadOnlySpan<string>)["number", "from", "to"])
        {
            if (members.Optional(name) is { } element && (element.ValueKind != JsonValueKind.Number || !element.TryGetDecimal(out _)))
            {
                members.Fault(name, $"{JsonMembers.Seen(element)}; expected a number");
            }
        }

        members.OptionalText("unit", "a unit in words");
        members.OptionalText("text", "words");
        CheckOneContent(members);
    }

    /// <summary>Takes and checks mark, sources and note.</summary>
    public static void CheckProvenance(JsonMembers members)
    {
        var mark = members.RequiredChoice("mark", Provenance.Marks);
        var sources = members.Texts("sources", "the key of a source");
        members.OptionalText("note", "words");
        if (mark is Mark.Seen && sources.Count == 0)
        {
            members.Fault("sources", "a figure marked seen names no source; expected at least one key");
        }
    }

    private static void CheckQuantity(JsonMembers members, string name, Dimension? dimension)
    {
        if (members.OptionalText(name, "a quantity") is not { } text)
        {
            return;
        }

        if (dimension is not null && QuantityText.Problem(text, dimension) is { } problem)
        {
            members.Fault(name, problem);
        }
        else if (dimension is null && !Array.Exists(Any, candidate => QuantityText.Problem(text, candidate) is null))
        {
            members.Fault(name, $"'{Printable.OneLine(text, 40)}' is no quantity; expected a number, a space and a UCUM unit");
        }
    }

    private static void CheckOneContent(JsonMembers members)
    {
        var contents =
            (members.Has("value") ? 1 : 0)
            + (members.Has("low") || members.Has("high") ? 1 : 0)
            + (members.Has("number") ? 1 : 0)
            + (members.Has("from") || members.Has("to") ? 1 : 0)
            + (members.Has("text") ? 1 : 0);
        if (contents != 1)
        {
            members.Problems.Add(
                members.Path,
                $"a figure with {(contents == 0 ? "no content" : "more than one content")}; expected one of value, low and high, number, from and to, text"
            );
        }
    }
}
