using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Neuraxial.Papers;

/// <summary>
/// A piece of the document. Made from an interpolated string whose literal part is HTML and whose holes are text: every hole is escaped, so that a
/// therapy's name can be anything; only another <see cref="Html"/> goes in as it is.
/// </summary>
internal readonly record struct Html
{
    private readonly string? text;

    private Html(string text) => this.text = text;

    /// <summary>Nothing.</summary>
    public static Html None => default;

    /// <summary>A piece from a template.</summary>
    public static Html Of(HtmlTemplate template) => new(template.Finished());

    /// <summary>A piece from text for people: escaped, number and unit held together, and no line ends inside a date.</summary>
    public static Html Text(string? shown) =>
        new(Wording.Dates().Replace(Escaped(Wording.HeldTogether(shown ?? "")), """<span class="date">$0</span>"""));

    /// <summary>A piece from text that stands in a quoted attribute.</summary>
    public static Html Attribute(string? shown) => new(Escaped(Wording.HeldTogether(shown ?? "")));

    /// <summary>Pieces one after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces, string between = "")
    {
        var joined = new StringBuilder();
        foreach (var piece in pieces)
        {
            if (joined.Length > 0)
            {
                joined.Append(between);
            }

            joined.Append(piece.text);
        }

        return new Html(joined.ToString());
    }

    /// <summary>A style sheet or drawing of our own that holds nothing from outside.</summary>
    public static Html Trusted(string markup) => new(markup);

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(text);

    /// <summary>The markup.</summary>
    public override string ToString() => text ?? "";

    /// <summary>Text as HTML holds it, in an element or in a quoted attribute. A control character, which no document may hold, becomes a question mark in a box.</summary>
    public static string Escaped(string shown)
    {
        var escaped = new StringBuilder(shown.Length + 16);
        foreach (var character in shown)
        {
            switch (character)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\'':
                    escaped.Append("&#39;");
                    break;
                default:
                    escaped.Append(char.IsControl(character) && character != '\n' ? '\ufffd' : character);
                    break;
            }
        }

        return escaped.ToString();
    }
}

/// <summary>What the compiler makes of <c>Html.Of($"…")</c>.</summary>
[InterpolatedStringHandler]
internal ref struct HtmlTemplate
{
    private readonly StringBuilder built;

    /// <summary>Whether the next hole lies inside a tag: in an attribute, where no element can stand.</summary>
    private bool isInTag;

    public HtmlTemplate(int literalLength, int formattedCount) => built = new StringBuilder(literalLength + (formattedCount * 24));

    public void AppendLiteral(string markup)
    {
        var (opened, closed) = (markup.LastIndexOf('<'), markup.LastIndexOf('>'));
        isInTag = opened > closed || (opened == closed && isInTag);
        built.Append(markup);
    }

    public readonly void AppendFormatted(Html piece) => built.Append(piece.ToString());

    public readonly void AppendFormatted(Html? piece) => built.Append(piece?.ToString());

    public readonly void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            built.Append(piece.ToString());
        }
    }

    public readonly void AppendFormatted(string? shown) => built.Append((isInTag ? Html.Attribute(shown) : Html.Text(shown)).ToString());

    public readonly void AppendFormatted(int number) => built.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A place in a drawing.</summary>
    public readonly void AppendFormatted(decimal place) => built.Append(place.ToString("0.##", CultureInfo.InvariantCulture));

    internal readonly string Finished() => built.ToString();
}
