using System.Globalization;
using System.Text.Json;
using NodaTime;

namespace Neuraxial.Simulation;

/// <content>What was observed.</content>
public static partial class ExperimentFile
{
    private static Observation? ReadObservation(JsonMembers members, Study study, List<Sample> samples, bool hasPopulation)
    {
        if (members.RequiredChoice("what", Observation.Kinds) is not { } kind)
        {
            // Which of them belong here, nobody can say.
            Pass(members, "sample", "to", "at", "from", "until", "share", "value", "band");
            return null;
        }

        var needsSample = kind is not (ObservationKind.RecoveredFraction or ObservationKind.CrossedFraction);
        var sample = ReadSampleName(members, "sample", study, samples, needsSample);
        var site = sample is { } number ? samples[number].Site.Kind : (SiteKind?)null;
        var observation = ReadWhen(members, kind, study, samples) with { Sample = sample };
        if (kind == ObservationKind.DecayLength && site is not (null or SiteKind.Csf or SiteKind.Cord or SiteKind.Epidural))
        {
            members.Fault("sample", "a decay length along the canal; expected a sample of csf, cord or epidural");
        }

        if (
            site == SiteKind.SacVolume
            && kind
                is not (
                    ObservationKind.Concentration
                    or ObservationKind.Peak
                    or ObservationKind.Ratio
                    or ObservationKind.PopulationMedian
                    or ObservationKind.PopulationRange
                )
        )
        {
            members.Fault("sample", "a volume, the same at any time; expected a sample of a concentration");
        }

        if (observation.IsOfPopulation && !hasPopulation)
        {
            members.Fault("what", "of a population, and the study has none; expected the member population");
        }

        // Of a sample that has a fault of its own it is not known whether it is one of a volume.
        return ReadNumbers(
            members,
            observation,
            Observation.Measure(kind, site),
            sample is null ? Observation.Measure(kind, SiteKind.SacVolume) : null
        );
    }

    /// <summary>The times, distances or percentiles that a kind is about.</summary>
    private static Observation ReadWhen(JsonMembers members, ObservationKind kind, Study study, List<Sample> samples)
    {
        var observation = new Observation(kind);
        switch (kind)
        {
            case ObservationKind.Concentration or ObservationKind.RecoveredFraction or ObservationKind.PopulationMedian:
                return observation with { At = ReadObservedTime(members, "at", study) };
            case ObservationKind.Ratio:
                return observation with
                {
                    To = ReadSampleName(members, "to", study, samples, required: true),
                    At = ReadObservedTime(members, "at", study),
                };
            case ObservationKind.HalfLife or ObservationKind.Auc:
                var (from, until) = (ReadObservedTime(members, "from", study), ReadObservedTime(members, "until", study));
                if (from >= until)
                {
                    members.Fault("until", $"not after {QuantityText.Write(from.Value)}; expected a later time");
                }

                return observation with
                {
                    From = from,
                    Until = until,
                };
            case ObservationKind.TimeOfShare:
                return observation with { Share = RequiredNumber(members, "share", "a share of the peak such as 0.1", 0, 1) };
            case ObservationKind.DecayLength:
                var at = ReadObservedTime(members, "at", study);
                if (at == Duration.Zero)
                {
                    members.Fault("at", "nothing has spread yet; expected more than 0 h");
                }

                return observation with
                {
                    At = at,
                    Range = Ascending(members, Centimetres(members, "from"), Centimetres(members, "to")),
                };
            case ObservationKind.PopulationRange:
                return observation with
                {
                    At = ReadObservedTime(members, "at", study),
                    Range = Ascending(
                        members,
                        RequiredNumber(members, "from", "a percentile such as 5", 0, 100),
                        RequiredNumber(members, "to", "a percentile such as 95", 0, 100)
                    ),
                };
            default:
                return observation;
        }
    }

    private static Observation? ReadNumbers(JsonMembers members, Observation observation, MeasureKind kind, MeasureKind? other)
    {
        MeasureUnit? unit = null;
        double? value = null;
        if (members.Optional("value") is { } written && Measured(members, written, members.At("value"), kind, other) is { } read)
        {
            (value, unit) = (read.Inner, read.Unit);
        }

        (double Low, double High)? band = null;
        var ends = members.Items("band", members.Optional("band")).Select(item => Measured(members, item.Element, item.Path, kind, other)).ToList();
        if (ends is [{ } low, { } high])
        {
            unit ??= high.Unit;
            band = (low.Inner, high.Inner);
            if (low.Inner > high.Inner)
            {
                members.Fault("band", "the first end lies above the second; expected the lower one first");
            }
        }
        else if (members.Has("band") && ends.TrueForAll(end => end is not null))
        {
            members.Fault("band", string.Create(CultureInfo.InvariantCulture, $"{ends.Count} ends; expected two, the lower one first"));
        }

        if (!members.Has("value") && !members.Has("band"))
        {
            members.Fault("band", "neither a value nor a band; expected at least one of them");
            return null;
        }

        return observation with
        {
            Value = value,
            Band = band,
            Unit = unit ?? MeasureUnit.Plain,
        };
    }

    private static (double Inner, MeasureUnit Unit)? Measured(
        JsonMembers members,
        JsonElement element,
        string path,
        MeasureKind kind,
        MeasureKind? other
    )
    {
        var expected = MeasureUnit.Example(kind);
        if (kind == MeasureKind.Ratio)
        {
            if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var ratio) && ratio >= 0 && double.IsFinite(ratio))
            {
                return (ratio, MeasureUnit.Plain);
            }
        }
        else if (members.TextOf(element, path, expected) is not { } text)
        {
            return null;
        }
        else if ((MeasureUnit.Parse(text, kind) ?? (other is { } besides ? MeasureUnit.Parse(text, besides) : null)) is { } measured)
        {
            return measured;
        }

        members.Problems.Add(path, $"{JsonMembers.Seen(element)}; expected {expected}");
        return null;
    }

    private static int? ReadSampleName(JsonMembers members, string name, Study study, List<Sample> samples, bool required)
    {
        const string Expected = "a sample's name";
        var text = required ? members.RequiredText(name, Expected) : members.OptionalText(name, Expected);
        if (text is null)
        {
            return null;
        }

        var place = samples.FindIndex(sample => sample.Name == text);
        if (place >= 0)
        {
            return place;
        }

        if (study.Names.Contains(text))
        {
            // There is one, and what is wrong with it has been told.
            return null;
        }

        var near = Spelling.Nearest(text, study.Names);
        members.Fault(
            name,
            $"no sample is called '{Printable.OneLine(text, 40)}'; "
                + (
                    near is not null ? $"did you mean '{near}'?"
                    : study.Names.Count == 0 ? "expected one of the study's samples, of which there are none"
                    : $"expected one of {string.Join(", ", study.Names.Select(known => Printable.OneLine(known, 40)).Take(20))}"
                )
        );
        return null;
    }

    private static Duration? ReadObservedTime(JsonMembers members, string name, Study study)
    {
        var time = members.RequiredDuration(name);
        CheckUntil(members, name, time, study);
        return time;
    }

    private static double? Centimetres(JsonMembers members, string name) =>
        members.RequiredQuantity<Length>(name) is { } length ? (double)length.InCentimetres() : null;

    private static (double From, double To)? Ascending(JsonMembers members, double? from, double? to)
    {
        if (from is not { } low || to is not { } high)
        {
            return null;
        }

        if (low < high)
        {
            return (low, high);
        }

        members.Fault("to", "not above from; expected a larger one");
        return null;
    }

    private static double? RequiredNumber(JsonMembers members, string name, string expected, double least, double most)
    {
        if (members.Required(name, expected) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && number >= least && number <= most)
        {
            return number;
        }

        members.Fault(name, $"{JsonMembers.Seen(element)}; expected {expected}");
        return null;
    }
}
