namespace Neuraxial;

/// <summary>Whether the catheter belongs here, and whether its volume can be believed.</summary>
internal static class CatheterChecks
{
    /// <summary>Outside these a fluid path is a slip of a unit (HZ-31).</summary>
    private static readonly Volume Smallest = Volume.FromMillilitres(0.05m);
    private static readonly Volume Largest = Volume.FromMillilitres(1.5m);

    /// <summary>Stated and computed volume this far apart are a slip of a digit or a unit, and a bridge rests on it (HZ-31).</summary>
    private const decimal Twofold = 2m;

    public static void Check(Therapy therapy, FluidPath? path, Formulary formulary, List<Finding> findings)
    {
        if (therapy.Catheter is { } catheter)
        {
            CheckPlace(catheter, therapy, findings);
            CheckVolume(catheter, formulary, findings);
        }

        if (path is null)
        {
            findings.Add(FindingKinds.FluidPathUnknown.Unknown(Where(therapy), Missing(therapy)));
        }
        else
        {
            Unverified.Add(
                findings,
                "$.pump.model",
                $"tubing inside {therapy.Pump.Model.Name}",
                therapy.Pump.Model.IsImplanted ? therapy.Pump.Model.Tubing(Bound.Maximum) : null,
                formulary
            );
            if (therapy.Pump.Model.IsImplanted && (path.Volume < Smallest || path.Volume > Largest))
            {
                findings.Add(
                    FindingKinds.FluidPathImplausible.Confirm(
                        "$.catheter",
                        $"A fluid path of {Display.Of(path.Volume)} is hardly possible for an implanted pump: check the catheter's length and volume per length."
                    ) with
                    {
                        Value = path.Volume.ToString(),
                        Limit = $"{Smallest} to {Largest}",
                        Source = "hazard log HZ-31, derived",
                    }
                );
            }
        }
    }

    private static void CheckPlace(CatheterPlacement catheter, Therapy therapy, List<Finding> findings)
    {
        if (catheter.Model is not { } model)
        {
            return;
        }

        if (model.Space != therapy.Route)
        {
            findings.Add(
                FindingKinds.CatheterWrongSpace.Block(
                    "$.catheter.model",
                    $"{model.Name} is made for the {TherapyFile.Routes.Word(model.Space)} space; the route of this therapy is {TherapyFile.Routes.Word(therapy.Route)}."
                ) with
                {
                    Rule = "R22",
                }
            );
        }

        if (model.NeverFits.Contains(therapy.Pump.Model.Id, StringComparer.Ordinal))
        {
            findings.Add(
                FindingKinds.CatheterNeverFits.Block(
                    "$.catheter.model",
                    $"{model.Name} must never be connected to {therapy.Pump.Model.Name}: it looks connected and is not."
                )
            );
        }
    }

    private static void CheckVolume(CatheterPlacement catheter, Formulary formulary, List<Finding> findings)
    {
        if (catheter.Volume is null)
        {
            Unverified.Add(
                findings,
                "$.catheter.model",
                $"volume per length of {catheter.Model?.Name}",
                catheter.ComputedVolume is null ? null : catheter.Model?.VolumePerLength,
                formulary
            );
            if (catheter.Length is null && catheter.ComputedVolume is not null)
            {
                Unverified.Add(findings, "$.catheter.trimmed", $"length of {catheter.Model?.Name} as supplied", catheter.Model?.Length, formulary);
            }
        }
        else if (catheter.ComputedVolume is { } computed && computed > Volume.Zero)
        {
            var ratio = catheter.Volume.Value / computed;
            if (ratio is < 0.8m or > 1.25m)
            {
                const string Where = "$.catheter.volume";
                var message =
                    $"{Display.Of(catheter.Volume.Value)} is stated, {Display.Of(computed)} follow from length and volume per length. The stated volume is used.";
                var isSlip = ratio is <= 1m / Twofold or >= Twofold;
                findings.Add(
                    (
                        isSlip
                            ? FindingKinds.CatheterVolumeDisagrees.Confirm(
                                Where,
                                $"{message} No tolerance of a catheter makes so much: prime and bridge would end too early or too late. Confirm the volume, or correct it."
                            )
                            : FindingKinds.CatheterVolumeDisagrees.Warn(Where, message)
                    ) with
                    {
                        Value = catheter.Volume.Value.ToString(),
                        Limit = computed.ToString(),
                        Source = formulary.Cite(catheter.Model!.VolumePerLength!.Provenance),
                    }
                );
            }
        }
    }

    private static string Where(Therapy therapy) =>
        therapy.Catheter?.Volume is null && therapy.Catheter?.ComputedVolume is null ? "$.catheter" : "$.pump";

    private static string Missing(Therapy therapy)
    {
        var missing = new List<string>();
        if (therapy.Catheter?.Volume is null && therapy.Catheter?.ComputedVolume is null)
        {
            missing.Add("the catheter's volume (or its model and implanted length)");
        }

        if (therapy.Pump.Model.IsImplanted ? therapy.Pump.Model.Tubing(Bound.Maximum) is null : therapy.Pump.Line is null)
        {
            missing.Add(
                therapy.Pump.Model.IsImplanted
                    ? $"the tubing volume inside {therapy.Pump.Model.Name}, which the catalogue does not hold"
                    : "the volume of the line between pump and catheter"
            );
        }

        return $"Not known: {string.Join(", and ", missing)}. There is no delay, no priming volume and no bridge without it.";
    }
}
