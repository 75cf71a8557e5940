using NodaTime;

namespace Neuraxial;

/// <summary>Holds the service's own file against a plan: is it released, does it hold on the day of the fill, does it let pass what the built-in limits stop.</summary>
internal static class FormularyChecks
{
    /// <summary>Adds what is to be said of the formulary that a plan was made by.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="findings">Everything that has been found of the therapy: it comes last.</param>
    public static void Check(Plan plan, List<Finding> findings)
    {
        foreach (var layer in plan.Formulary.Layers)
        {
            if (layer.Governance is { } governance)
            {
                AddStanding(layer, governance, findings);
                AddDates(layer, governance, plan.Therapy.Fill.At.Date, findings);
            }
        }

        AddLoosened(plan, findings);
    }

    private static void AddStanding(FormularyLayer layer, FormularyGovernance governance, List<Finding> findings)
    {
        if (FormularyTrust.Unreleased(governance) is not { } why)
        {
            return;
        }

        var message = $"Library draft, not released: {Named(layer)} is {why}. Two persons release it before doses rest on it.";
        findings.Add(
            (
                governance.Standing == FormularyStanding.Changed
                    ? FindingKinds.FormularyChanged.Confirm("$.therapy", message)
                    : FindingKinds.FormularyDraft.Warn("$.therapy", message)
            ) with
            {
                Value = governance.StandingWord,
                Limit = FormularyGovernance.Standings.Word(FormularyStanding.Released),
                Source = Source(layer),
            }
        );
    }

    private static void AddDates(FormularyLayer layer, FormularyGovernance governance, LocalDate fill, List<Finding> findings)
    {
        if (governance.From is { } from && fill < from)
        {
            Add(
                FindingKinds.FormularyNotInForce,
                $"{Named(layer)} holds from {Display.Of(from)} on, and the fill is on {Display.Of(fill)}: plan by the file that is in force then.",
                $"from {DateText.Write(from)}"
            );
        }
        else if (governance.Until is { } until && fill > until)
        {
            Add(
                FindingKinds.FormularyExpired,
                $"{Named(layer)} held until {Display.Of(until)}, and the fill is on {Display.Of(fill)}: plan by the file that is in force then.",
                $"until {DateText.Write(until)}"
            );
        }

        void Add(FindingKind kind, string message, string limit) =>
            findings.Add(kind.Block("$.fill.at", message) with { Value = DateText.Write(fill), Limit = limit, Source = Source(layer) });
    }

    /// <summary>
    /// What a built-in limit would have stopped, or let pass with a second person only, and the service's looser one does not: the plan is made a second time,
    /// by the built-in limits, since only that tells what they would have said.
    /// </summary>
    private static void AddLoosened(Plan plan, List<Finding> findings)
    {
        var loosened = plan.Formulary.Loosened;
        if (loosened.Count == 0)
        {
            return;
        }

        // What the service's own limits find: what is added here must not be taken for it.
        var own = findings.ToList();
        foreach (var stopped in Planner.Plan(plan.Therapy, Formulary.BuiltIn).Findings)
        {
            if (
                stopped.Rule is { } rule
                && loosened.FirstOrDefault(limit => limit.Id == rule) is { } limit
                && Weight(stopped) > 1
                && !own.Exists(found => found.Rule == rule && found.Path == stopped.Path && Weight(found) >= Weight(stopped))
            )
            {
                findings.Add(
                    FindingKinds.FormularyLoosened.Warn(
                        stopped.Path,
                        $"The service's own limit {rule} is looser than the built-in one ({limit.How}), which would have {(stopped.Severity == Severity.Block ? "stopped this plan" : "asked for a second person")}: {stopped.Message}"
                    ) with
                    {
                        Value = stopped.Value,
                        Limit = stopped.Limit,
                        Source = stopped.Source,
                        Rule = rule,
                    }
                );
            }
        }
    }

    private static int Weight(Finding finding) =>
        (finding.Severity, finding.NeedsSecondPerson) switch
        {
            (Severity.Block, _) => 3,
            (Severity.Confirm, true) => 2,
            (Severity.Confirm, _) => 1,
            _ => 0,
        };

    private static string Named(FormularyLayer layer) => $"{Printable.OneLine(layer.Name, 60)}, version {Printable.OneLine(layer.Version, 40)},";

    private static string Source(FormularyLayer layer) => $"the file itself, SHA-256 {layer.Sha256}";
}
