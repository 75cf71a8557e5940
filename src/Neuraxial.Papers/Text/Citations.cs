using System.Text.RegularExpressions;

namespace Neuraxial.Papers;

/// <summary>Marks and sources as the sheets print them, and the list of all that were named.</summary>
internal sealed partial class Citations(Formulary formulary)
{
    private readonly SortedSet<string> named = new(StringComparer.Ordinal);
    private readonly List<UsedFigure> figures = [];

    /// <summary>Keys of every source that was named, in order.</summary>
    public IReadOnlyCollection<string> Named => named;

    /// <summary>The figures that the plan's arithmetic rests on, in the order in which they were met.</summary>
    public IReadOnlyList<UsedFigure> Figures => figures;

    /// <summary>Mark and source keys, each key a link to the list of sources: <c>[seen L1]</c>.</summary>
    public Html Mark(Provenance provenance)
    {
        foreach (var key in provenance.Sources)
        {
            named.Add(key);
        }

        var keys = provenance.Sources.Select(key => Html.Of($"""<a href="#{Anchor(key)}">{key}</a>"""));
        var word = Provenance.Marks.Word(provenance.Mark);
        return provenance.Sources.Count == 0
            ? Html.Of($"""<span class="mark">[{word}]</span>""")
            : Html.Of($"""<span class="mark">[{word} {Html.Join(keys, ", ")}]</span>""");
    }

    /// <summary>A figure of the data that a number on the paper rests on: listed at the end with mark and source.</summary>
    /// <returns>Its mark.</returns>
    public Html Use(string what, Figure figure)
    {
        if (!figures.Exists(used => used.What == what))
        {
            figures.Add(new UsedFigure(what, figure));
        }

        return Mark(figure.Provenance);
    }

    /// <summary>Takes the keys from a source as a finding writes it: <c>Title [key], seen</c>.</summary>
    public void Take(string? source)
    {
        foreach (Match key in Key().Matches(source ?? ""))
        {
            if (formulary.Row("sources", key.Groups["key"].Value) is not null)
            {
                named.Add(key.Groups["key"].Value);
            }
        }
    }

    /// <summary>Where a source stands in the list.</summary>
    public static string Anchor(string key) => "source-" + key.Replace(':', '-').Replace(' ', '-');

    [GeneratedRegex(@"\[(?<key>[^\[\]]{1,60})\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Key();
}

/// <summary>A figure of the formulary or the catalogue that a number of the plan rests on.</summary>
/// <param name="What">What it is.</param>
/// <param name="Figure">The figure.</param>
internal sealed record UsedFigure(string What, Figure Figure);
