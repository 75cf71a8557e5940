using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Neuraxial.Tests.Planning;
using Xunit;

namespace Neuraxial.Tests.Formularies.Rehearsals;

/// <summary>
/// Past therapies under a new file. <see cref="Plans.Plain"/> is morphine 10 mg/mL by an implanted pump in cancer pain, so that 1 mL/d is 10 mg/d. The built-in
/// limits there: 15 mg/d to confirm, 20 mg/d with a second person, 25 mg/d by nobody (R3-implanted-cancer and its ceiling). Morphine in the five therapies:
/// 4, 12, 16, 22 and 26 mg/d, so that in force one is stopped (26) and two are to be confirmed (16, 22).
/// </summary>
public sealed class RehearsalTests
{
    private static readonly (string Name, string Rate)[] Five =
    [
        ("a-4", "0.4 mL/d"),
        ("b-12", "1.2 mL/d"),
        ("c-16", "1.6 mL/d"),
        ("d-22", "2.2 mL/d"),
        ("e-26", "2.6 mL/d"),
    ];

    /// <summary>10 mg/d to confirm, 15 mg/d by nobody.</summary>
    private static readonly Formulary Stricter = Overlays.Of(("limits.0.override", "none"));

    /// <summary>40 mg/d by nobody, where the built-in ceiling is 25.</summary>
    private static readonly Formulary Looser = Overlays.Of(
        ("limits.0.id", "R3-implanted-cancer-ceiling"),
        ("limits.0.soft", null),
        ("limits.0.hard.value", "40 mg/d"),
        ("limits.0.override", "none")
    );

    [Fact]
    [Trait("Hazard", "HZ-59")]
    public void A_stricter_limit_stops_what_lies_above_it_and_no_stop_is_lost()
    {
        var result = Replayed(Formulary.BuiltIn, Stricter);

        // 16 and 22 ran and lie above 15; 26 is stopped by either file, by two rows of one rule; 12 is above 10 only
        Assert.Equal(
            """
            c-16 limit-daily-dose R3-implanted-cancer 16 mg/d 15 mg/d was confirm, only stop
            d-22 limit-daily-dose R3-implanted-cancer 22 mg/d 15 mg/d was confirm, only stop
            """,
            Lines(result.NewStops)
        );
        Assert.Equal("", Lines(result.LostStops));
        Assert.Equal("b-12 limit-daily-dose R3-implanted-cancer 12 mg/d 10 mg/d was nothing", Lines(result.NewConfirms));
        Assert.Equal(
            """
            c-16 limit-daily-dose R3-implanted-cancer 16 mg/d 15 mg/d was block
            d-22 limit-daily-dose R3-implanted-cancer 22 mg/d 20 mg/d was block
            """,
            Lines(result.LostConfirms)
        );
        Assert.False(result.LosesStops);
        Assert.Empty(result.Loosened);
    }

    [Fact]
    [Trait("Hazard", "HZ-59")]
    [Trait("Hazard", "HZ-13")]
    public void A_looser_limit_loses_a_stop_and_says_which_row_it_loosens()
    {
        var result = Replayed(Formulary.BuiltIn, Looser);

        // 26 is above 25 and not above 40; above 20 it still takes a second person
        Assert.Equal("e-26 limit-daily-dose R3-implanted-cancer-ceiling 26 mg/d 25 mg/d was confirm, only stop", Lines(result.LostStops));
        Assert.Equal("e-26 limit-daily-dose R3-implanted-cancer 26 mg/d 20 mg/d was block", Lines(result.NewConfirms));
        Assert.Equal("", Lines(result.NewStops));
        Assert.True(result.LosesStops);
        var loosened = Assert.Single(result.Loosened);
        Assert.Equal(
            ("built-in", "R3-implanted-cancer-ceiling", "25 mg/d", "40 mg/d"),
            (loosened.Against, loosened.Limit.Id, loosened.Limit.Before, loosened.Limit.After)
        );
    }

    [Fact]
    public void Back_to_the_file_before_what_was_new_is_lost()
    {
        var there = Replayed(Formulary.BuiltIn, Stricter);
        var back = Replayed(Stricter, Formulary.BuiltIn);
        Assert.Equal(there.NewStops.Select(stop => stop.Therapy), back.LostStops.Select(stop => stop.Therapy), StringComparer.Ordinal);
        Assert.Equal(there.NewConfirms.Count, back.LostConfirms.Count);
        Assert.Equal(there.LostConfirms.Count, back.NewConfirms.Count);
        Assert.Equal(there.NewUnknowns.Count, back.LostUnknowns.Count);
        Assert.Equal((there.LoadBefore, there.LoadAfter), (back.LoadAfter, back.LoadBefore));
        Assert.Equal("base R3-implanted-cancer", string.Join(' ', back.Loosened.Select(one => $"{one.Against} {one.Limit.Id}")));
    }

    [Fact]
    [Trait("Hazard", "HZ-62")]
    public void The_load_is_counted_per_therapy_and_per_rule()
    {
        var result = Replayed(Formulary.BuiltIn, Stricter);
        Assert.Equal(5, result.Therapies);

        // Before: 26. After: 16, 22 and 26.
        Assert.Equal((1, 0.2m), (result.LoadBefore.Stopped, result.LoadBefore.StoppedShare));
        Assert.Equal((3, 0.6m), (result.LoadAfter.Stopped, result.LoadAfter.StoppedShare));

        // Before: 16 and 22 to confirm, 26 stopped by the ceiling. After: 12 to confirm, the three others stopped by the service's row.
        var rule = result.Rules.Single(rule => rule.Rule == "R3-implanted-cancer");
        Assert.Equal((new FindingCounts(0, 2, 0, 0), new FindingCounts(3, 1, 0, 0)), (rule.Before, rule.After));
        Assert.Equal((2, 4, 0.8m, true), (rule.TherapiesBefore, rule.TherapiesAfter, rule.Share, rule.MustBeReviewed));
        Assert.Equal(result.LoadAfter.Findings.Total, result.Rules.Sum(one => one.After.Total));
        Assert.Equal(result.LoadBefore.Findings.Total, result.Rules.Sum(one => one.Before.Total));
    }

    // One in ten is a tenth, and no more than it.
    [Theory]
    [InlineData(10, 1, false)]
    [InlineData(9, 1, true)]
    [InlineData(20, 2, false)]
    [InlineData(19, 2, true)]
    [InlineData(10, 0, false)]
    [Trait("Hazard", "HZ-62")]
    public void A_rule_that_speaks_on_more_than_a_tenth_of_the_therapies_must_be_reviewed(int therapies, int spoken, bool review)
    {
        var rehearsal = new Rehearsal(Formulary.BuiltIn, Stricter);
        for (var i = 0; i < therapies; i++)
        {
            rehearsal.Add($"{i}.json", Therapy($"{i}", i < spoken ? "1.2 mL/d" : "0.4 mL/d"));
        }

        Assert.Equal(review, rehearsal.Result().Rules.SingleOrDefault(rule => rule.Rule == "R3-implanted-cancer")?.MustBeReviewed ?? false);
    }

    [Fact]
    public void Rehearsed_against_itself_a_file_changes_nothing()
    {
        foreach (var formulary in new[] { Formulary.BuiltIn, Stricter, Looser })
        {
            var rehearsal = new Rehearsal(formulary, formulary);
            AddFive(rehearsal);
            foreach (var name in Plans.ExampleNames)
            {
                rehearsal.Add(name, Plans.ExampleBytes(name));
            }

            var result = rehearsal.Result();
            Assert.Equal(Five.Length + Plans.ExampleNames.Length, result.Therapies);
            Assert.Empty(
                (
                    (IReadOnlyList<RehearsedFinding>[])
                        [result.NewStops, result.LostStops, result.NewConfirms, result.LostConfirms, result.NewUnknowns, result.LostUnknowns]
                ).SelectMany(list => list)
            );
            Assert.All(result.Rules, rule => Assert.Equal(rule.Before, rule.After));
            Assert.Equal(result.LoadBefore, result.LoadAfter);
            Assert.DoesNotContain(result.Loosened, one => one.Against == "base");
            Assert.Empty(result.Changes);
            Assert.Empty(result.Unusable);
        }
    }

    [Fact]
    public void Whatever_the_therapy_a_file_rehearsed_against_itself_changes_nothing() =>
        AnyTherapy.Changes.Sample(
            changes =>
            {
                var rehearsal = new Rehearsal(Looser, Looser);
                rehearsal.Add("any.json", Encoding.UTF8.GetBytes(Plans.Changed(Plans.Plain, changes)));
                var result = rehearsal.Result();
                Assert.Equal(1, result.Therapies);
                Assert.Equal(result.LoadBefore, result.LoadAfter);
                Assert.Empty(result.NewStops.Concat(result.LostStops).Concat(result.NewConfirms).Concat(result.LostConfirms));
            },
            iter: 200
        );

    [Fact]
    public void What_a_file_says_of_its_own_release_and_dates_is_no_change()
    {
        // A draft, in force long after the therapies: each plan by it is stopped, and the rehearsal asks what it would say when it holds
        var later = Overlays.Of(("effective.from", "2036-05-01"), ("effective.until", null));
        Assert.True(Plans.Of(later).IsBlocked);
        var result = Replayed(Overlays.Read(Overlays.Released()), later);
        Assert.Empty(result.NewStops);
        Assert.Equal(result.LoadBefore, result.LoadAfter);
    }

    [Fact]
    public void A_therapy_that_only_one_of_the_files_can_read_is_stopped_by_the_other()
    {
        const string Denied =
            """[{ "id": "bupivacaine", "name": "Bupivacaine", "class": "c", "reason": "r", "hazards": ["HZ-24"], "mark": "assumed", "sources": [] }]""";
        var denying = Overlays.Of(("denied", Denied), ("limits", null));
        var mixture = Encoding.UTF8.GetBytes(
            Plans.Changed(
                Plans.Plain,
                (
                    "infusate.drugs",
                    """[{ "drug": "morphine", "concentration": "10 mg/mL" }, { "drug": "bupivacaine", "concentration": "20 mg/mL" }]"""
                )
            )
        );

        var there = new Rehearsal(Formulary.BuiltIn, denying);
        there.Add("mixture.json", mixture);
        var stop = Assert.Single(there.Result().NewStops);
        Assert.Equal((RehearsedFinding.Unreadable, "$.infusate.drugs[1].drug", true), (stop.Code, stop.Path, stop.IsOnlyStop));
        Assert.Empty(there.Result().Unusable);

        var back = new Rehearsal(denying, Formulary.BuiltIn);
        back.Add("mixture.json", mixture);
        Assert.True(back.Result().LosesStops);
    }

    [Fact]
    public void A_file_that_neither_can_read_is_named_and_not_counted()
    {
        var rehearsal = new Rehearsal(Formulary.BuiltIn, Stricter);
        rehearsal.Add("good.json", Therapy("good", "0.4 mL/d"));
        rehearsal.Add("bad.json", Encoding.UTF8.GetBytes("{}"));
        rehearsal.AddUnusable("gone.json", new Problem("$", "cannot be read"));
        var result = rehearsal.Result();
        Assert.Equal(1, result.Therapies);
        Assert.Equal("bad.json gone.json", string.Join(' ', result.Unusable.Select(file => file.File)));
        Assert.All(result.Unusable, file => Assert.NotEmpty(file.Problems));
    }

    [Fact]
    public void What_the_new_file_replaces_is_held_against_the_file_in_force()
    {
        var inForce = Overlays.Read(Overlays.Released());
        string Supersedes(string version, string sum) => $$"""{ "version": "{{version}}", "sha256": "{{sum}}" }""";
        bool? Replaces(Formulary before, string superseded) =>
            Replayed(before, Overlays.Of(("version", "test-3"), ("supersedes", superseded))).SupersedesBase;
        Assert.True(Replaces(inForce, Supersedes("test-2", inForce.Layers[^1].Sha256)));
        Assert.False(Replaces(inForce, Supersedes("test-1", inForce.Layers[^1].Sha256)));
        Assert.False(Replaces(inForce, Supersedes("test-2", Formulary.BuiltIn.Sha256)));
        Assert.Null(Replaces(Formulary.BuiltIn, Supersedes("test-2", inForce.Layers[^1].Sha256)));
        Assert.Null(Replayed(inForce, Overlays.Of(("version", "test-3"))).SupersedesBase);
    }

    [Fact]
    public void Rows_are_listed_as_added_changed_and_removed()
    {
        var changes = FormularyChange.Between(Overlays.Of(("limits.0.id", "own")), Stricter);
        Assert.Equal("changed R3-implanted-cancer, removed own", string.Join(", ", changes.Select(change => $"{change.Change} {change.Id}")));
        Assert.Equal(
            """
            soft: 15 mg/d [recalled G2] to 10 mg/d [assumed]
            hard: 20 mg/d [seen L1] to 15 mg/d [assumed]
            override: two-person to none
            """,
            string.Join(
                '\n',
                changes[0]
                    .Members.Where(member => member.Name is "soft" or "hard" or "override")
                    .Select(member => $"{member.Name}: {member.Before} to {member.After}")
            )
        );
        Assert.Equal(
            "added own",
            string.Join(", ", FormularyChange.Between(Formulary.BuiltIn, Overlays.Of(("limits.0.id", "own"))).Select(one => $"{one.Change} {one.Id}"))
        );
    }

    [Fact]
    public void The_same_therapies_give_the_same_bytes()
    {
        static byte[] Json()
        {
            var output = new ArrayBufferWriter<byte>();
            RehearsalJson.Write(Replayed(Formulary.BuiltIn, Stricter), output);
            return output.WrittenSpan.ToArray();
        }

        Assert.Equal(Json(), Json());
    }

    [Fact]
    public void The_JSON_holds_every_member_of_the_contract()
    {
        var output = new ArrayBufferWriter<byte>();
        RehearsalJson.Write(Replayed(Formulary.BuiltIn, Looser), output);
        using var json = JsonDocument.Parse(output.WrittenMemory);
        var root = json.RootElement;
        Assert.Equal(
            "overlay base supersedesBase therapies unusable newStops lostStops newConfirms lostConfirms newUnknowns lostUnknowns rules load loosened changes",
            Names(root)
        );
        Assert.Equal("name version sha256 standing from until", Names(root.GetProperty("overlay")));
        Assert.Equal("therapy file code rule path value limit message otherwise onlyStop", Names(root.GetProperty("lostStops")[0]));
        Assert.Equal("rule before after therapiesBefore therapiesAfter share mustBeReviewed", Names(root.GetProperty("rules")[0]));
        Assert.Equal("block confirm unknown warn", Names(root.GetProperty("rules")[0].GetProperty("before")));
        Assert.Equal("stopped stoppedShare findings perTherapy", Names(root.GetProperty("load").GetProperty("after")));
        Assert.Equal("against rule title how before after", Names(root.GetProperty("loosened")[0]));
        Assert.Equal("section id change members", Names(root.GetProperty("changes")[0]));
        Assert.Equal(("draft", "built-in"), (Text(root, "overlay", "standing"), Text(root, "base", "standing")));

        static string Names(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(member => member.Name));
        static string Text(JsonElement element, string one, string other) => element.GetProperty(one).GetProperty(other).GetString()!;
    }

    private static RehearsalResult Replayed(Formulary before, Formulary after)
    {
        var rehearsal = new Rehearsal(before, after);
        AddFive(rehearsal);
        return rehearsal.Result();
    }

    private static void AddFive(Rehearsal rehearsal)
    {
        foreach (var (name, rate) in Five)
        {
            rehearsal.Add(name + ".json", Therapy(name, rate));
        }
    }

    private static byte[] Therapy(string name, string rate) =>
        Encoding.UTF8.GetBytes(Plans.Changed(Plans.Plain, ("therapy", name), ("program.rate", rate)));

    private static string Lines(IReadOnlyList<RehearsedFinding> findings) =>
        string.Join(
            '\n',
            findings.Select(finding =>
                $"{finding.Therapy} {finding.Code} {finding.Rule} {finding.Value} {finding.Limit} was {finding.Otherwise ?? "nothing"}{(finding.IsOnlyStop ? ", only stop" : "")}"
            )
        );
}
