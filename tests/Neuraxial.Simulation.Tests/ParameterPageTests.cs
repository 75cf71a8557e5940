using System.Globalization;
using System.Text;
using Neuraxial.Safety;
using Xunit;

namespace Neuraxial.Simulation.Tests;

/// <summary>The list of parameters for readers is what the simulator reads.</summary>
public sealed class ParameterPageTests
{
    [Fact]
    public void Every_parameter_is_listed_with_unit_mark_and_source() => Repository.Holds("docs/model-parameters.md", Page());

    [Fact]
    public void Every_source_that_a_figure_names_is_in_its_file()
    {
        foreach (var file in Files())
        {
            var known = file.Rows("sources").Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
            Assert.All(
                Figures(file),
                figure => Assert.All(figure.Figure.Provenance.Sources, source => Assert.True(known.Contains(source), $"{figure.Name}: {source}"))
            );
        }
    }

    [Fact]
    public void No_figure_is_called_seen_without_a_source() =>
        Assert.All(
            Files().SelectMany(Figures).Where(figure => figure.Figure.Provenance.Mark == Mark.Seen),
            figure => Assert.True(figure.Figure.Provenance.Sources.Count > 0, figure.Name)
        );

    private static IEnumerable<DataRow> Files() =>
        Enum.GetValues<Species>()
            .SelectMany(species => (string[])[$"anatomy-{species.Word()}.json", $"drugs-{species.Word()}.json"])
            .Select(SpineData.File);

    private static string Page()
    {
        var page = new StringBuilder();
        page.Append(
            """
            # Parameters of the model

            Generated from the data that the simulator reads; do not edit. What they mean: [the model](model.md). Marks: *seen* in a text, *recalled* without one, *derived* from seen figures, *assumed*.

            """
        );
        foreach (var file in Files())
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {file.Text("species")}: {(file.Rows("drugs").Count > 0 ? "drugs" : "anatomy")}\n\n{file.Text("about")}\n\n"
            );
            page.Append("| parameter | value | unit | mark | source | note |\n| --- | ---: | --- | --- | --- | --- |\n");
            var sources = file.Rows("sources").ToDictionary(row => row.Id, row => row.Text("title")!, StringComparer.Ordinal);
            foreach (var (name, figure) in Figures(file))
            {
                var provenance = figure.Provenance;
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {figure.Number} | {figure.Unit} | {Word(provenance.Mark)} | {string.Join("; ", provenance.Sources.Select(source => sources[source]))} | {provenance.Note} |\n"
                );
            }
        }

        return page.ToString();
    }

    private static string Word(Mark mark) => mark.ToString().ToLowerInvariant();

    /// <summary>Every figure of a file, named by the rows that it stands in.</summary>
    private static IEnumerable<(string Name, Figure Figure)> Figures(DataRow file)
    {
        foreach (var name in file.Names.Where(name => name is not ("sources" or "levels" or "segments" or "drugs")))
        {
            foreach (var found in Of(file, name, name))
            {
                yield return found;
            }
        }

        foreach (var (section, key) in new[] { ("levels", "level"), ("segments", "level"), ("drugs", "id") })
        {
            foreach (var row in file.Rows(section))
            {
                foreach (var found in row.Names.SelectMany(name => Of(row, name, $"{row.Text(key)} {name}")))
                {
                    yield return found;
                }
            }
        }
    }

    private static IEnumerable<(string Name, Figure Figure)> Of(DataRow row, string member, string name) =>
        row.Row(member) is not { } part ? []
        : row.Figure(member) is { Number: not null } figure ? [(name, figure)]
        : part.Names.SelectMany(inner => Of(part, inner, $"{name} {inner}"));
}
