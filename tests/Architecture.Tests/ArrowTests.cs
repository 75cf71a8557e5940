using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Neuraxial.Architecture;

/// <summary>Holds the arrows of docs/architecture.md: the domain knows nothing of the outside.</summary>
public sealed class ArrowTests
{
    private static readonly System.Reflection.Assembly Domain = typeof(Plan).Assembly;
    private static readonly ArchUnitNET.Domain.Architecture Loaded = new ArchLoader().LoadAssemblies(Domain).Build();

    [Fact]
    public void The_domain_references_no_other_project()
    {
        var names = Domain.GetReferencedAssemblies().Select(assembly => assembly.Name!);
        Assert.DoesNotContain(names, name => name.StartsWith("Neuraxial", StringComparison.Ordinal));
        Assert.DoesNotContain(
            names,
            name => name.StartsWith("Spectre", StringComparison.Ordinal) || name.StartsWith("System.CommandLine", StringComparison.Ordinal)
        );
    }

    [Theory]
    [Trait("Hazard", "HZ-57")]
    [InlineData("System.IO.File")]
    [InlineData("System.IO.FileStream")]
    [InlineData("System.IO.Directory")]
    [InlineData("System.Console")]
    [InlineData("System.DateTime")]
    [InlineData("System.DateTimeOffset")]
    [InlineData("System.Net.Http.HttpClient")]
    [InlineData("System.Threading.Thread")]
    [InlineData("NodaTime.SystemClock")]
    public void No_type_of_the_domain_depends_on(string outside)
    {
        IArchRule rule = Types()
            .That()
            .ResideInAssembly(Domain)
            .Should()
            .NotDependOnAnyTypesThat()
            .HaveFullName(outside)
            .WithoutRequiringPositiveResults();
        rule.Check(Loaded);
    }

    [Fact]
    public void No_dose_in_the_domain_is_a_binary_float()
    {
        var floats = Domain
            .GetTypes()
            .Where(type => type.IsPublic)
            .SelectMany(type => type.GetProperties().Select(property => (type.Name, property.Name, property.PropertyType)))
            .Where(member => member.PropertyType == typeof(double) || member.PropertyType == typeof(float));
        Assert.Empty(floats);
    }

    [Fact]
    public void The_simulation_references_the_domain_and_no_file_clock_or_network()
    {
        var simulation = System.Reflection.Assembly.Load("Neuraxial.Simulation");
        Assert.Equal(
            ["Neuraxial", "NodaTime"],
            simulation
                .GetReferencedAssemblies()
                .Select(assembly => assembly.Name!)
                .Where(name => !name.StartsWith("System", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        var loaded = new ArchLoader().LoadAssemblies(simulation).Build();
        foreach (
            var outside in (string[])
                ["System.IO.File", "System.Console", "System.DateTime", "System.Diagnostics.Stopwatch", "System.Random", "NodaTime.SystemClock"]
        )
        {
            Types()
                .That()
                .ResideInAssembly(simulation)
                .Should()
                .NotDependOnAnyTypesThat()
                .HaveFullName(outside)
                .WithoutRequiringPositiveResults()
                .Check(loaded);
        }
    }

    [Fact]
    public void The_paper_references_the_domain_and_what_draws_its_square_code()
    {
        var paper = System.Reflection.Assembly.Load("Neuraxial.Papers").GetReferencedAssemblies().Select(assembly => assembly.Name!);
        Assert.Equal(
            ["Neuraxial", "NodaTime", "QRCoder"],
            paper.Where(name => !name.StartsWith("System", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }
}
