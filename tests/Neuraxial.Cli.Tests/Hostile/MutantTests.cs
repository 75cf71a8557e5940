using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CsCheck;
using Xunit;

namespace Neuraxial.Cli.Tests;

/// <summary>Whatever a file holds, it is either planned or refused with its reasons: nothing throws, nothing hangs, nothing escapes onto a terminal.</summary>
public sealed class MutantTests
{
    // CsCheck_Iter=1000000 in the environment makes a long night of it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    [Fact]
    [Trait("Hazard", "HZ-29")]
    [Trait("Hazard", "HZ-61")]
    public void A_mutant_is_planned_or_refused_with_its_reasons()
    {
        var (planned, refused) = Sample(Mutants.Therapy, 20_000);
        Assert.True(
            planned > 4_000 && refused > 4_000,
            $"of the mutants {planned} were planned and {refused} refused: too few of one kind to mean anything"
        );
    }

    [Fact]
    public void Numbers_at_the_ends_of_what_can_be_read_are_planned_or_refused_with_their_reasons()
    {
        var (planned, refused) = Sample(Mutants.Extreme, 5_000);
        Assert.True(planned > 500 && refused > 500, $"{planned} were planned and {refused} refused: too few of one kind to mean anything");
    }

    /// <summary>A service's own file is written by hand too; whatever it holds, plans by it are made or it is refused.</summary>
    [Fact]
    [Trait("Hazard", "HZ-59")]
    [Trait("Hazard", "HZ-61")]
    public void A_mutant_of_a_formulary_is_laid_over_or_refused_with_its_reasons()
    {
        var therapies = new[] { "cancer-intrathecal-implanted", "morphine-refill", "baclofen-flex" }
            .Select(name => File.ReadAllBytes(Examples.File(name)))
            .ToArray();
        var laid = 0;
        Mutants.Of.Sample(
            numbers =>
            {
                var reading = InTime(() => Formulary.BuiltIn.Overlaid(Mutants.Overlay(numbers)));
                AssertOneLineEach(reading.Problems);
                Assert.Equal(reading.Content is null, reading.Problems.Count > 0);
                if (reading.Content is { } formulary)
                {
                    Interlocked.Increment(ref laid);
                    foreach (var therapy in therapies)
                    {
                        Answer(therapy, formulary);
                    }
                }
            },
            iter: Math.Max(3_000, Check.Iter),
            print: numbers => Encoding.UTF8.GetString(Mutants.Overlay(numbers))
        );
        Assert.True(laid > 300, $"only {laid} files could be laid over: too few to mean anything");
    }

    private static (int Planned, int Refused) Sample(Func<uint[], byte[]> mutant, int times)
    {
        var planned = 0;
        var refused = 0;
        Mutants.Of.Sample(
            numbers =>
            {
                var utf8 = mutant(numbers);
                var reading = InTime(() => Answer(utf8, Formulary.BuiltIn));
                Interlocked.Increment(ref reading.Content is null ? ref refused : ref planned);
                AssertOneLineEach(reading.Problems);
                Assert.Equal(reading.Content is null, reading.Problems.Count > 0);
            },
            iter: Math.Max(times, Check.Iter),
            print: numbers => Encoding.UTF8.GetString(mutant(numbers))
        );
        return (planned, refused);
    }

    /// <summary>Reads, plans, writes and prints, as the command does; and looks at what came out.</summary>
    private static FileReading<Therapy> Answer(byte[] utf8, Formulary formulary)
    {
        var reading = TherapyFile.Read(utf8, formulary);
        if (reading.Content is { } therapy)
        {
            var plan = Planner.Plan(therapy, formulary);
            var json = new ArrayBufferWriter<byte>();
            PlanJson.Write(plan, json, indented: false);
            using var document = JsonDocument.Parse(json.WrittenMemory);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            Assert.DoesNotContain((byte)'\n', json.WrittenSpan.ToArray());
            var sheet = new Sheet(Sheet.PlainWidth);
            PlanPage.Write(sheet, plan);
            Assert.DoesNotContain(sheet.ToString(), character => char.IsControl(character) && character != '\n');
        }

        return reading;
    }

    private static void AssertOneLineEach(IReadOnlyList<Problem> problems) =>
        Assert.DoesNotContain(
            problems.SelectMany(problem => problem.ToString()),
            character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\u202e'
        );

    /// <summary>A busy machine may be slow once: only what is slow three times over is slow.</summary>
    private static T InTime<T>(Func<T> work)
    {
        for (var tries = 1; ; tries++)
        {
            var started = Stopwatch.GetTimestamp();
            var result = work();
            var took = Stopwatch.GetElapsedTime(started);
            if (took <= Longest)
            {
                return result;
            }

            Assert.True(tries < 3, $"took {took.TotalSeconds:0.0} s");
        }
    }
}
