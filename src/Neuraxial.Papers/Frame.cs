using System.Globalization;
using System.Reflection;
using System.Text;

namespace Neuraxial.Papers;

/// <summary>The document around the sections: head, style, cover, landmarks.</summary>
internal static class Frame
{
    private static readonly Lazy<string> Style = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Paper.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    });

    public static string Write(Document document, IReadOnlyList<Section> sections)
    {
        var title = $"{document.Therapy.Name}: {TherapyFile.Routes.Word(document.Therapy.Route)} infusion";
        return Html.Of(
                $"""
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                <link rel="icon" href="data:,">
                <title>{title}</title>
                <style>
                {Html.Trusted(Style.Value)}
                {Html.Trusted(RunningHead(document))}
                {Html.Trusted(string.Concat(sections.Select((_, i) => PageOf(sections, i))))}
                </style>
                </head>
                <body class="{TherapyFile.Routes.Word(document.Therapy.Route)}">
                <a class="skip" href="#contents">Skip to the contents</a>
                {CoverSheet.Write(document, sections)}
                <main>
                {sections.Select((section, i) => Sheet(section, i + 1))}
                </main>
                </body>
                </html>

                """
            )
            .ToString();
    }

    private static Html Sheet(Section section, int number) =>
        Html.Of(
            $"""
            <section class="{(section.IsBrief ? "sheet brief" : "sheet")}" id="{section.Id}" aria-labelledby="{section.Id}-title">
            <header class="sheet-head"><h2 id="{section.Id}-title"><span class="number">{number}</span> {section.Title}</h2><p class="for">{section.For}</p></header>
            {section.Body}
            </section>

            """
        );

    /// <summary>The head and foot of every printed page. The therapy's name is a text of a style sheet here, so each of its characters but plain letters and digits is written as its number.</summary>
    private static string RunningHead(Document document) =>
        $$"""
            @page {
              @top-left { content: "{{StyleText(document.Therapy.Name)}}"; }
              @top-right { content: "{{TherapyFile.Routes.Word(document.Therapy.Route).ToUpperInvariant()}}"; }
              @bottom-left { content: "Therapy file {{document.Hash.Fragment}}"; }
              @bottom-right { content: "Page " counter(page) " of " counter(pages); }
            }
            """;

    /// <summary>The name of the section at the head of each of its printed pages: a sheet that lies alone says what it is.</summary>
    private static string PageOf(IReadOnlyList<Section> sections, int index)
    {
        var section = sections[index];
        if (section.IsBrief && index > 0)
        {
            // Named as the page of the section that it follows: another name would begin another sheet.
            var before = index - 1;
            while (before > 0 && sections[before].IsBrief)
            {
                before--;
            }

            return $$"""
                #{{section.Id}} { page: {{sections[before].Id}}; }

                """;
        }

        return $$"""
            #{{section.Id}} { page: {{section.Id}}; }
            @page {{section.Id}} { @top-center { content: "{{StyleText($"{index + 1} {section.Title}")}}"; } }

            """;
    }

    private static string StyleText(string text)
    {
        var escaped = new StringBuilder(text.Length * 2);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                escaped.Append((char)rune.Value);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x6}");
            }
        }

        return escaped.ToString();
    }
}
