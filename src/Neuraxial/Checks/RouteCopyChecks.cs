namespace Neuraxial;

/// <summary>
/// The same drug by the other spinal route: for morphine doses differ by published factors of 4 to 10, so that the same number by both is a prescription that
/// was copied and not made (HZ-25).
/// </summary>
internal static class RouteCopyChecks
{
    /// <summary>Within a tenth it is the same dose, rounded to a pump's step or a strength at hand; no ratio on file comes near it.</summary>
    private const decimal Same = 0.9m;

    public static void Check(Plan plan, List<Finding> findings)
    {
        var other = plan.Therapy.Route == Route.Intrathecal ? "epidural" : "intrathecal";
        var route = TherapyFile.Routes.Word(plan.Therapy.Route);
        for (var i = 0; i < (plan.Therapy.CurrentOpioids?.Count ?? 0); i++)
        {
            var given = plan.Therapy.CurrentOpioids![i];
            if (
                given.Route != other
                || given.Dose == DoseRate.Zero
                || plan.Program.Basal.FirstOrDefault(dose => dose.Drug.Id == given.Drug) is not { } planned
                || planned.Dose < given.Dose * Same
                || planned.Dose * Same > given.Dose
            )
            {
                continue;
            }

            var message =
                $"{Display.Of(planned)} of {given.Drug} are to be given by the {route} route, and {Display.Of(given.Dose, planned.Drug.ShownInMicrograms)} are given by the {other} route: the same dose. For morphine the two differ by a factor of 4 to 10. A change of route needs a dose of its own.";

            // Too much in the spinal fluid stops breathing; too little in the epidural space is pain.
            findings.Add(
                (
                    plan.Therapy.Route == Route.Intrathecal
                        ? FindingKinds.RouteDoseCopied.Block("$.program", message)
                        : FindingKinds.RouteDoseCopied.Confirm("$.program", message)
                ) with
                {
                    Value = planned.Dose.ToString(),
                    Limit = given.Dose.ToString(),
                    Source = plan.Formulary.Cite(new Provenance(Mark.Seen, ["K1", "K7"], null)),
                    Rule = "R22",
                }
            );
        }
    }
}
