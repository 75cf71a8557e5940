namespace Neuraxial.Simulation;

/// <summary>
/// Whether the equations are solved rightly: problems with exact answers (V1 to V9, V11) and laws that must hold whatever the figures (V10). Whether they are
/// the right equations is another question, that experiments answer.
/// </summary>
public static class Verification
{
    /// <summary>Runs all of it; a second or two.</summary>
    /// <param name="system">The system that the laws are held to, with at least one input; <see langword="null"/> for a mean adult who is given morphine at T10.</param>
    /// <returns>In the order of their numbers.</returns>
    public static IReadOnlyList<VerificationProblem> Run(LinearSystem? system = null) =>
        [
            .. LineProblems.All.Where(problem => problem.Id != "V9").Select(Compare),
            .. ExchangeProblems.All(),
            .. LineProblems.All.Where(problem => problem.Id == "V9").Select(Compare),
            Laws.Of(system ?? MeanAdult()),
            .. PlasmaProblems.All(),
        ];

    private static LinearSystem MeanAdult() =>
        SpineModel
            .Of(
                new Subject(Species.Human),
                SpinalDrug.Of(Species.Human, "morphine")!,
                [
                    new Entry(EntryRoute.Intrathecal, Place.At(Level.Parse("T10").Value), Volume: null),
                    new Entry(EntryRoute.Intravenous, Place: null, Volume: null),
                ]
            )
            .System;

    private static VerificationProblem Compare(LineProblem problem)
    {
        var found = problem.Find(LineProblem.Cell);
        var largest = problem.Values.Max(value => Math.Abs(value.Exact));
        return new VerificationProblem(
            problem.Id,
            problem.Title,
            problem.Given,
            [
                .. problem.Values.Select(
                    (value, i) =>
                        new VerificationRow(
                            value.Quantity,
                            value.Printed,
                            value.Exact,
                            found[i],
                            Math.Abs(found[i] - value.Exact) / (value.Printed == 0 ? largest : Math.Abs(value.Exact)),
                            LineProblem.Bound
                        )
                ),
            ],
            problem.Order()
        );
    }
}
