using System.Text.Json;
using Xunit;

namespace Neuraxial.Tests.Compounding;

/// <summary>What other programs read of the worksheet: <c>compounding</c>, <c>cannotBeMade</c> and <c>assay</c> of a plan's JSON. Members are added, never renamed.</summary>
public sealed class CompoundingJsonTests
{
    [Fact]
    public void A_worksheet_has_the_members_of_the_contract()
    {
        var json = WrittenPlans.Document(Plans.Example("postoperative-epidural-dilution"));
        var compounding = json.GetProperty("compounding");
        Assert.Equal("total, parts, diluent, waste, register, residual, compensated", Members(compounding));
        var part = compounding.GetProperty("parts")[1];
        Assert.Equal(
            "drug, preparation, count, volume, mass, name, form, strength, stated, filter, with, containers, drawn, powder, steps",
            Members(part)
        );
        // 50 mL x 60 ug/mL = 3 mg; 1 mL of 30 mg/mL to 10 mL, 1 mL of that
        Assert.Equal(
            "morphine morphine-kalceks-30mg-ml-uk 1 1 mL 3 mg 1 mL",
            $"{Text(part, "drug")} {Text(part, "preparation")} {part.GetProperty("count")} {Text(part, "volume")} {Text(part, "mass")} {Text(part, "drawn")}"
        );
        var step = Assert.Single(part.GetProperty("steps").EnumerateArray());
        Assert.Equal("take 1 mL, of 30 mg/mL, makeUpTo 10 mL, gives 3 mg/mL", Values(step));
        // 50 - 20 - 1 = 29 mL
        Assert.Equal("name sodium-chloride-0.9, volume 29 mL, forStocks 9 mL", Values(compounding.GetProperty("diluent")));
        var waste = Assert.Single(compounding.GetProperty("waste").EnumerateArray());
        Assert.Equal("preparation, drug, volume, mass, step, also", Members(waste));
        Assert.Equal("9 mL, 27 mg", $"{Text(waste, "volume")}, {Text(waste, "mass")}");
        var line = Assert.Single(compounding.GetProperty("register").EnumerateArray());
        Assert.Equal("drug, schedule, preparation, name, count, opened, used, wasted, witness", Members(line));
        Assert.Equal("30 mg, 3 mg, 27 mg", $"{Text(line, "opened")}, {Text(line, "used")}, {Text(line, "wasted")}");
        Assert.Empty(json.GetProperty("cannotBeMade").EnumerateArray());
        Assert.Empty(json.GetProperty("assay").EnumerateArray());
    }

    [Fact]
    public void What_cannot_be_made_is_null_with_its_obstacles_beside_it()
    {
        var json = WrittenPlans.Document(Sheets.WithoutProducts());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("compounding").ValueKind);
        var obstacle = Assert.Single(json.GetProperty("cannotBeMade").EnumerateArray());
        Assert.Equal("constraint, drug, message, stated, needed, leastStrengths, strongest", Members(obstacle));
        Assert.Equal("stock-too-weak bupivacaine", $"{Text(obstacle, "constraint")} {Text(obstacle, "drug")}");
        Assert.Equal("drug bupivacaine, strength 5 mg/mL", Values(obstacle.GetProperty("strongest")[0]));
        // What is on file and is to be checked is said, since the pharmacist will think of it.
        Assert.Contains("bupivacaine-strong-special-uk", Text(obstacle, "message"), StringComparison.Ordinal);
    }

    /// <summary>The second drug of a premixed bag has a part of its own, with nothing opened or drawn for it: counts and volumes still add up.</summary>
    [Fact]
    public void Each_drug_of_a_premixed_bag_has_a_part()
    {
        var plan = Sheets.Epidural("bupivacaine 1 mg/mL, fentanyl 2 ug/mL", "100 mL");
        var parts = WrittenPlans.Document(plan).GetProperty("compounding").GetProperty("parts").EnumerateArray().ToList();
        Assert.Equal("bupivacaine 100 mL 100 mg null; fentanyl 0 mL 200 ug bupivacaine", string.Join("; ", parts.Select(Shown)));
        Assert.Equal(JsonValueKind.Null, parts[0].GetProperty("count").ValueKind);
        Assert.Equal(0, parts[1].GetProperty("count").GetInt32());

        static string Shown(JsonElement part) => $"{Text(part, "drug")} {Text(part, "volume")} {Text(part, "mass")} {Text(part, "with") ?? "null"}";
    }

    [Fact]
    public void Blend_and_alternative_are_there_where_the_old_infusate_mixes()
    {
        // baclofen-concentration-fall: 1.4 mL of 2,000 rinsed once with 10 mL stay in 16 mL of 500 microgram/mL
        var compounding = WrittenPlans.Document(Plans.Example("baclofen-concentration-fall")).GetProperty("compounding");
        Assert.Equal("volume, drugs", Members(compounding.GetProperty("residual")));
        Assert.Equal("drug, wanted, mixed", Members(compounding.GetProperty("residual").GetProperty("drugs")[0]));
        var compensated = compounding.GetProperty("compensated");
        Assert.Equal("residual, drugs, worksheet", Members(compensated));
        Assert.Equal("total, parts, diluent, waste", Members(compensated.GetProperty("worksheet")));
        var plan = Plans.Example("baclofen-concentration-fall");
        var left = plan.Therapy.Previous!.Rinse is { } rinse
            ? Reservoir.Rinse(plan.Mixing!.Residual, rinse.Volume, rinse.Count, Sheets.Concentration("2000 ug/mL"))[^1]
            : Sheets.Concentration("2000 ug/mL");
        Amount.IsExactly(
            "500 ug/mL",
            Reservoir.Blend(plan.Mixing!.Residual, left, plan.Therapy.Fill.Volume, plan.Compounding.Compensated!.Drugs[0].Strength).ToString()
        );
    }

    [Fact]
    public void An_assay_is_listed_with_its_error()
    {
        var json = WrittenPlans.Document(Plans.Example("cancer-intrathecal-worksheet"));
        // 0.49 of 0.5 is 2 % less
        Assert.Equal("drug morphine, expected 500 ug/mL, measured 490 ug/mL, errorPercent -2, severity none", Values(json.GetProperty("assay")[0]));
    }

    private static string Members(JsonElement element) => string.Join(", ", element.EnumerateObject().Select(member => member.Name));

    private static string Values(JsonElement element) =>
        string.Join(", ", element.EnumerateObject().Select(member => $"{member.Name} {member.Value}"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
