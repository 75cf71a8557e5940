using NodaTime;

namespace Neuraxial;

/// <summary>Finds how long a mixture is known to be good in its container.</summary>
internal static class StabilityLookup
{
    /// <summary>The shortest time that any study or label gives for this mixture here, and everything that must be said about it.</summary>
    public static Duration? Find(Therapy therapy, Formulary formulary, List<Finding> findings)
    {
        const string Path = "$.infusate.drugs";
        var implanted = therapy.Pump.Model.IsImplanted;
        var first = IsFirstFill(therapy);
        var ofTheseDrugs = formulary.StabilityOf(therapy.Infusate);
        var study = Shortest(ofTheseDrugs.Where(study => study.IsLimit && study.IsFor(implanted) && study.IsForFill(first)), therapy.Infusate);
        if (study is null)
        {
            var other = ofTheseDrugs.Count(candidate => candidate.IsLimit);
            findings.Add(
                FindingKinds.StabilityUnknown.Unknown(
                    Path,
                    other == 0
                        ? "No stability time is known for this mixture: how long it is good in the container cannot be told. Ask the pharmacist for a date."
                        : "No stability time is known for this mixture at these concentrations in this kind of container: how long it is good is not known. Ask the pharmacist for a date."
                ) with
                {
                    Rule = "R28",
                    Value = Mixture(therapy.Infusate),
                }
            );
            AddContradictions(ofTheseDrugs, null, therapy, formulary, findings);
            return null;
        }

        if (!study.StatesConcentrations)
        {
            findings.Add(
                FindingKinds.StabilityUnstated.Warn(
                    Path,
                    $"The {Shown(study)} come from a source whose concentrations are not on record: take them as unverified."
                ) with
                {
                    Value = Mixture(therapy.Infusate),
                    Limit = study.Mixture,
                    Source = formulary.Cite(study.Provenance),
                }
            );
        }

        Unverified.Add(findings, Path, $"stability of {study.MixtureInWords}: {Shown(study)}", study.Provenance, formulary);
        AddContradictions(ofTheseDrugs, study, therapy, formulary, findings);
        return study.Duration;
    }

    /// <summary>The study with the shortest time of those that cover a mixture: one at its own concentrations says more than one that states none.</summary>
    public static StabilityStudy? Shortest(IEnumerable<StabilityStudy> studies, Infusate infusate)
    {
        StabilityStudy? shortest = null;
        foreach (var study in studies.Where(study => study.Covers(infusate)))
        {
            var says = study.StatesConcentrations.CompareTo(shortest?.StatesConcentrations is true);
            shortest = shortest is null || says > 0 || (says == 0 && study.Duration < shortest.Duration) ? study : shortest;
        }

        return shortest;
    }

    /// <summary>Whether no fill with the same drugs came before: a pump that is new to ziconotide needs an early second fill.</summary>
    internal static bool IsFirstFill(Therapy therapy) =>
        therapy.Previous is not { } previous || therapy.Infusate.Drugs.Any(part => previous.Infusate.Of(part.Drug.Id) is null);

    /// <summary>What was found against this mixture here: against the time that was taken, or where there is none to take, against the mixture itself.</summary>
    private static void AddContradictions(
        IReadOnlyList<StabilityStudy> all,
        StabilityStudy? study,
        Therapy therapy,
        Formulary formulary,
        List<Finding> findings
    )
    {
        // What the same source says besides (when 80 % are left, after it said when 90 % are) is no contradiction.
        var own = study is null ? [] : study.Row.AllSources().ToHashSet(StringComparer.Ordinal);
        var against = all.Where(other =>
            other.Row.Text("verdict") is "degrades" or "precipitates"
            && other.IsFor(therapy.Pump.Model.IsImplanted)
            && other.Covers(therapy.Infusate)
            && !other.Row.AllSources().Any(own.Contains)
        );
        foreach (var other in against)
        {
            var found = study is null
                ? $"A study of {other.MixtureInWords} found: {Verdict(other)}."
                : $"Another study of {other.MixtureInWords} found: {Verdict(other)}. The time of {Shown(study)} is not undisputed.";
            findings.Add(FindingKinds.StabilityContradicted.Warn("$.infusate.drugs", found) with { Source = formulary.Cite(other.Provenance) });
        }
    }

    private static string Verdict(StabilityStudy study) => study.Row.Text("verdict") is "degrades" ? "the drug degrades" : "a precipitate forms";

    private static string Shown(StabilityStudy study) => Display.Of(study.Duration!.Value);

    private static string Mixture(Infusate infusate) => string.Join(" + ", infusate.Drugs.Select(part => $"{part.Drug.Id} {part.Concentration}"));
}
