using System.Text;
using CsCheck;
using Neuraxial.Papers;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Whatever can be planned can be printed: no number is too large and no pairing too strange for a paper.</summary>
public sealed class MutantPaperTests
{
    [Fact]
    public void Every_mutant_that_can_be_read_has_its_paper() =>
        Mutants.Of.Sample(
            numbers =>
            {
                foreach (var utf8 in new[] { Mutants.Therapy(numbers), Mutants.Extreme(numbers) })
                {
                    if (TherapyFile.Read(utf8, Formulary.BuiltIn).Content is { } therapy)
                    {
                        var text = Paper.Write(Planner.Plan(therapy, Formulary.BuiltIn), TherapyHash.Of(utf8));
                        Assert.EndsWith("</html>\n", text, StringComparison.Ordinal);
                        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
                    }
                }
            },
            iter: Math.Max(1_000, Check.Iter),
            print: numbers => Encoding.UTF8.GetString(Mutants.Therapy(numbers)) + "\n" + Encoding.UTF8.GetString(Mutants.Extreme(numbers))
        );
}
