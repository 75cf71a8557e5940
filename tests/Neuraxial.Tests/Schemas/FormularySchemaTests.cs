using System.Text;
using NJsonSchema;
using Xunit;

namespace Neuraxial.Tests.Schemas;

/// <summary>The published schema of formulary files is the loader's own description of them.</summary>
public sealed class FormularySchemaTests
{
    private static readonly string Published = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "formulary.schema.json"));
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(Published).GetAwaiter().GetResult();
    private static readonly string Service = File.ReadAllText(Path.Combine(Plans.Folder, "formulary", "service.json"));

    public static TheoryData<string> BuiltInFiles { get; } =
    [
        .. typeof(Formulary)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> ServiceFiles { get; } =
    [.. Directory.GetFiles(Path.Combine(Plans.Folder, "formulary"), "*.json").Select(file => Path.GetFileName(file))];

    [Fact]
    public void The_committed_schema_is_the_one_that_the_loader_is_written_with() => Assert.Equal(FormularySchema.Text(), Published);

    [Theory]
    [MemberData(nameof(BuiltInFiles))]
    public void Every_built_in_file_is_valid(string name) => Assert.Empty(Schema.Validate(Encoding.UTF8.GetString(BuiltInData.Bytes(name))));

    [Theory]
    [MemberData(nameof(ServiceFiles))]
    public void Every_example_of_a_services_own_file_is_valid_and_can_be_laid_over(string name)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Plans.Folder, "formulary", name));
        Assert.Empty(Schema.Validate(Encoding.UTF8.GetString(bytes)));
        Assert.Empty(Formulary.BuiltIn.Overlaid(bytes).Problems);
    }

    [Theory]
    [InlineData("settings.0.title", null, "no title")]
    [InlineData("settings.0.figure.mark", "sure", "not one of the marks")]
    [InlineData("settings.0.figure.mark", null, "no mark")]
    [InlineData("settings.0.figure.value", "60", "no unit")]
    [InlineData("settings.0.figure.colour", "red", "a member that is not known")]
    [InlineData("limits.0.route", "spinal", "not one of the routes")]
    [InlineData("limits.0.override", "boss", "not one of the words")]
    [InlineData("limits.0.why", null, "a limit without a reason")]
    [InlineData("stability.0.drugs.0.minimum", "5", "no unit")]
    [InlineData("stability.0.container", "bucket", "not one of the containers")]
    [InlineData("stability.0.verdict", null, "no verdict")]
    [InlineData("pump", "[]", "a section that is not known")]
    [InlineData("effective.from", null, "no first day")]
    [InlineData("effective.from", "May 2026", "no day")]
    [InlineData("effective.to", "2027-04-30", "a member that is not known")]
    [InlineData("supersedes", """{ "version": "example-0" }""", "no sum of what it replaces")]
    [InlineData("release.approvedBy", null, "a release by nobody")]
    [InlineData("release.approvedBy.0.content", "6E1F", "no sum")]
    [InlineData("release.approvedBy.0.id", null, "an approval by nobody")]
    [InlineData("release.approvedBy.1.role", "", "no role")]
    [InlineData("signature", """{ "algorithm": "none", "key": "x", "value": "x" }""", "no such signature")]
    public void What_the_loader_refuses_for_its_form_is_not_valid(string path, string? value, string why)
    {
        var json = Plans.Changed(Service, (path, value));
        Assert.True(Formulary.BuiltIn.Overlaid(Encoding.UTF8.GetBytes(json)).Problems.Count > 0, $"the loader took it: {why}");
        Assert.True(Schema.Validate(json).Count > 0, $"the schema took it: {why}");
    }
}
