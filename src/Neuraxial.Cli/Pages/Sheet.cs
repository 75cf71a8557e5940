using System.Text;
using Spectre.Console;

namespace Neuraxial.Cli;

/// <summary>How a piece of a page is printed where there are colours. The words alone say everything.</summary>
internal enum Ink
{
    /// <summary>As the terminal prints.</summary>
    Plain,

    /// <summary>Names, frames and footnotes.</summary>
    Faint,

    /// <summary>Headings.</summary>
    Strong,

    /// <summary>The word of a blocking finding.</summary>
    Block,

    /// <summary>The word of a finding to confirm.</summary>
    Confirm,

    /// <summary>The word of what is not known.</summary>
    Unknown,
}

/// <summary>A name and what it is; <see langword="null"/> if it is not known.</summary>
internal sealed record Pair(string Name, string? Value)
{
    public static implicit operator Pair((string Name, string? Value) pair) => new(pair.Name, pair.Value);

    /// <summary>The pair with the units of its words written out, where they come from the data.</summary>
    public static Pair InWords(Pair pair) => pair with { Value = pair.Value is { } words ? DisplayedWords.Of(words) : null };
}

/// <summary>
/// A printed page: headings, pairs, columns and hanging text, laid out for a width and printed in one go; in colour on a terminal, plain elsewhere.
/// </summary>
/// <remarks>
/// Laid out here and not by the console kit's tables: those measure every cell several times over, and took longer for a page than the whole planning
/// (16 ms against 3). The kit finds out what the terminal can do and writes the colours.
/// </remarks>
internal sealed class Sheet
{
    /// <summary>What a line holds where no terminal says otherwise.</summary>
    public const int PlainWidth = 110;

    private const int Gap = 3;
    private const int Margin = 2;
    private const int NarrowestText = 20;
    private readonly List<Piece> pieces = [];
    private readonly int width;

    public Sheet(int width) => this.width = Math.Max(60, width);

    /// <summary>Lays a page out and prints it on standard output.</summary>
    public static void Print(Action<Sheet> write)
    {
        if (Console.IsOutputRedirected)
        {
            var plain = new Sheet(PlainWidth);
            write(plain);
            using var output = Console.OpenStandardOutput();
            output.Write(Encoding.UTF8.GetBytes(plain.ToString()));
            return;
        }

        Console.OutputEncoding = Encoding.UTF8;
        PrintInColour(write);
    }

    /// <summary>By itself, so that the console kit is loaded for a terminal alone.</summary>
    private static void PrintInColour(Action<Sheet> write)
    {
        var sheet = new Sheet(AnsiConsole.Profile.Width - 1);
        write(sheet);
        var paragraph = new Paragraph();
        foreach (var piece in sheet.pieces)
        {
            paragraph.Append(piece.Text, Style(piece.Ink));
        }

        AnsiConsole.Write(paragraph);
    }

    /// <summary>The page without colours.</summary>
    public override string ToString() => string.Concat(pieces.Select(piece => piece.Text));

    public void Title(string text) => Ruled("\u2550\u2550 ", text, '\u2550');

    public void Heading(string text)
    {
        Line();
        Ruled("\u2500\u2500 ", text, '\u2500');
    }

    /// <summary>A line, or several where the text has line breaks; one that is too long goes on below under its own indent.</summary>
    public void Line(string text = "", Ink ink = Ink.Plain)
    {
        foreach (var line in text.Split('\n'))
        {
            var words = line.TrimStart(' ');
            var indent = new string(' ', line.Length - words.Length);
            foreach (var part in Wrapped(words, width - indent.Length))
            {
                Add(indent + part + "\n", ink);
            }
        }
    }

    /// <summary>Pairs of a name and what it is, the names in one column; what is not known says so.</summary>
    public void Pairs(params Pair[] pairs)
    {
        var names = 0;
        foreach (var pair in pairs)
        {
            names = Math.Max(names, Math.Min(pair.Name.Length, width / 2));
        }

        foreach (var pair in pairs)
        {
            Hanging(pair.Name.PadRight(names), Ink.Faint, pair.Value ?? "not known", Ink.Plain);
        }
    }

    /// <summary>A label and a text that hangs beside it, wrapped between words; below it where the label leaves too little room.</summary>
    public void Hanging(string label, Ink labelInk, string text, Ink ink)
    {
        label = Printable.Safe(label);
        var indent = label.Length + Margin + Gap;
        var lead = new string(' ', Gap);
        if (width - indent < NarrowestText)
        {
            indent = Margin + Margin + Gap;
            lead = new string(' ', indent);
            Line(new string(' ', Margin) + label.TrimEnd(), labelInk);
        }
        else
        {
            Add(new string(' ', Margin), Ink.Plain);
            Add(label, labelInk);
        }

        foreach (var line in Wrapped(text, width - indent))
        {
            Add(lead, Ink.Plain);
            Add(line + "\n", ink);
            lead = new string(' ', indent);
        }
    }

    /// <summary>
    /// Rows under a head, each column as wide as its longest cell; where a line does not hold them, the widest columns wrap; where not even the longest
    /// words fit beside each other, each row becomes a list of its own.
    /// </summary>
    public void Columns(string[] head, IReadOnlyList<string?[]> rows)
    {
        var cells = rows.Select(row => row.Select(cell => cell ?? "not known").ToArray()).Prepend(head).ToList();
        var widths = Widths(cells, head.Length);
        Line();
        if (Total(widths) > width)
        {
            Lists(head, rows);
            return;
        }

        for (var i = 0; i < cells.Count; i++)
        {
            Row(cells[i], widths, i == 0 ? Ink.Strong : Ink.Plain);
            if (i == 0)
            {
                Line(new string(' ', Margin) + new string('\u2500', Total(widths) - Margin), Ink.Faint);
            }
        }
    }

    private static int Total(int[] widths)
    {
        var total = Margin + (Gap * (widths.Length - 1));
        foreach (var one in widths)
        {
            total += one;
        }

        return total;
    }

    private static Style Style(Ink ink) =>
        ink switch
        {
            Ink.Faint => new Style(Color.Grey),
            Ink.Strong => new Style(decoration: Decoration.Bold),
            Ink.Block => new Style(Color.White, Color.Red, Decoration.Bold),
            Ink.Confirm => new Style(Color.Yellow, decoration: Decoration.Bold),
            Ink.Unknown => new Style(Color.Cyan1, decoration: Decoration.Bold),
            _ => Spectre.Console.Style.Plain,
        };

    /// <summary>A text in lines of at most so many characters, broken at spaces; a no-break space breaks nowhere, a word too long for a line stands out.</summary>
    private static List<string> Wrapped(string text, int width)
    {
        text = Printable.Safe(text);
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range];
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line.ToString().TrimEnd(' '));
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        lines.Add(line.ToString().TrimEnd(' '));
        return lines;
    }

    private int[] Widths(List<string[]> cells, int columns)
    {
        var widths = new int[columns];
        var words = new int[columns];
        for (var i = 0; i < columns; i++)
        {
            foreach (var row in cells)
            {
                widths[i] = Math.Max(widths[i], row[i].Length);
                foreach (var word in row[i].Split(' '))
                {
                    words[i] = Math.Max(words[i], word.Length);
                }
            }
        }

        // The widest column that still has a space to break at gives way, one character at a time.
        for (var over = Total(widths) - width; over > 0; over--)
        {
            var widest = -1;
            for (var i = 0; i < columns; i++)
            {
                widest = widths[i] > words[i] && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
            }

            if (widest < 0)
            {
                break;
            }

            widths[widest]--;
        }

        return widths;
    }

    private void Lists(string[] head, IReadOnlyList<string?[]> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0)
            {
                Line();
            }

            Pairs([.. head.Zip(rows[i], (name, cell) => new Pair(name, cell))]);
        }
    }

    private void Row(string[] row, int[] widths, Ink ink)
    {
        var wrapped = new List<string>[row.Length];
        var height = 0;
        for (var i = 0; i < row.Length; i++)
        {
            wrapped[i] = Wrapped(row[i], widths[i]);
            height = Math.Max(height, wrapped[i].Count);
        }

        for (var line = 0; line < height; line++)
        {
            var text = new StringBuilder().Append(' ', Margin);
            for (var i = 0; i < widths.Length; i++)
            {
                text.Append((line < wrapped[i].Count ? wrapped[i][line] : "").PadRight(widths[i] + (i + 1 < widths.Length ? Gap : 0)));
            }

            Add(text.ToString().TrimEnd() + "\n", ink);
        }
    }

    private void Ruled(string lead, string text, char rule)
    {
        const int ShortestRule = 2;
        var lines = Wrapped(text, width - lead.Length - 1 - ShortestRule);
        Add(lead, Ink.Faint);
        for (var i = 0; i < lines.Count; i++)
        {
            Add(i == 0 ? lines[i] : $"\n{new string(' ', lead.Length)}{lines[i]}", Ink.Strong);
        }

        Add(" " + new string(rule, Math.Max(ShortestRule, width - lead.Length - lines[^1].Length - 1)) + "\n", Ink.Faint);
    }

    private void Add(string text, Ink ink) => pieces.Add(new Piece(text, ink));

    private sealed record Piece(string Text, Ink Ink);
}
