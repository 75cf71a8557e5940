using System.Globalization;
using NodaTime;

namespace Neuraxial.Simulation;

/// <content>Members that stand in several parts of a study.</content>
public static partial class ExperimentFile
{
    private static string? ReadDrug(JsonMembers members, Species? species, bool required)
    {
        const string Expected = "a drug such as morphine";
        var drug = required ? members.RequiredText("drug", Expected) : members.OptionalText("drug", Expected);
        if (drug is not null && species is { } known && SpinalDrug.Of(known, drug) is null)
        {
            var names = SpinalDrug.Known(known);
            var near = Spelling.Nearest(drug, names);
            members.Fault(
                "drug",
                $"nothing is known of '{Printable.OneLine(drug, 40)}' in a {known.Word()}; "
                    + (near is null ? $"expected one of {string.Join(", ", names)}" : $"did you mean '{near}'?")
            );
            return null;
        }

        return drug;
    }

    private static void CheckUntil(JsonMembers members, string name, Duration? time, Study study)
    {
        if (time is { } given && study.Until is { } until && given > until)
        {
            members.Fault(name, $"{QuantityText.Write(given)} is after the study's end; expected at most {QuantityText.Write(until)}");
        }
    }

    /// <summary>A vertebra or a distance; <paramref name="why"/> says what for where one must be there, <see langword="null"/> where none may be.</summary>
    private static Place? ReadPlace(JsonMembers members, Study study, string? why)
    {
        if (why is null)
        {
            return null;
        }

        var spine = study.Species is { } species ? Anatomy.Of(species).Spine : null;
        if (members.Has("position"))
        {
            var length = members.RequiredQuantity<Length>("position");
            members.Optional("level");
            if (members.Has("level"))
            {
                members.Fault("position", "a level is given as well; expected one of the two");
                return null;
            }

            if (length is { } distance && spine is not null && (double)distance.InCentimetres() > spine.Length)
            {
                members.Fault(
                    "position",
                    string.Create(CultureInfo.InvariantCulture, $"beyond the canal; expected at most {spine.Length} cm from the sacral end")
                );
                return null;
            }

            return length is { } known ? Place.At((double)known.InCentimetres()) : null;
        }

        members.Optional("position");
        if (ReadLevel(members, "level") is not { } level)
        {
            return null;
        }

        if (spine is not null && spine.At(level) is null)
        {
            members.Fault(
                "level",
                $"{level} is no vertebra of this canal; expected one from {spine.Vertebrae[^1].Level} to {spine.Vertebrae[0].Level}, {why}"
            );
            return null;
        }

        return Place.At(level);
    }

    private static Level? ReadLevel(JsonMembers members, string name) =>
        members.RequiredText(name, "a level such as L3") is { } text ? members.Taken(Level.Parse(text), name) : null;

    /// <summary>Takes members that cannot be judged, so that they are not called unknown.</summary>
    private static void Pass(JsonMembers members, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            members.Optional(name);
        }
    }

    private static double? Millilitres(JsonMembers members, string name) =>
        members.OptionalQuantity<Volume>(name) is { } volume ? (double)volume.InMillilitres() : null;

    private static double? Within(JsonMembers members, string name, double? number, double least, double most, string unit)
    {
        if (number is { } given && (given < least || given > most))
        {
            members.Fault(name, string.Create(CultureInfo.InvariantCulture, $"{given} {unit}; expected {least} to {most} {unit}"));
            return null;
        }

        return number;
    }

    /// <summary>A number with a unit that is none of the quantities of a dose.</summary>
    private static double? OptionalNumber(JsonMembers members, string name, string expected, params string[] units)
    {
        if (members.OptionalText(name, expected) is not { } text)
        {
            return null;
        }

        var space = QuantityText.SpaceIn(text);
        if (
            space > 0
            && QuantityText.IsPlain(text.AsSpan(0, space))
            && units.Contains(text[(space + 1)..], StringComparer.Ordinal)
            && decimal.TryParse(text.AsSpan(0, space), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        )
        {
            return (double)number;
        }

        members.Fault(name, $"'{Printable.OneLine(text, 40)}'; expected {expected}");
        return null;
    }
}
