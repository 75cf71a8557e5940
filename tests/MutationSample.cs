// A sample of mutants, for ../mutate: everything takes hours.
//   dotnet run tests/MutationSample.cs draw 1000 7                  what Stryker is to change: about 1,000 mutants under seed 7
//   dotnet run tests/MutationSample.cs score report.json page.md 7  the table of what became of them
// Drawn are members (a method, a property, a table), each as likely as another, with all mutants in them: Stryker takes spans of text, and a narrower span would leave
// out the changes that are wider.
using System.Globalization;
using System.Text;
using System.Text.Json;

const string Sources = "src/Neuraxial/";
const int LinesAMutant = 2;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args[0] == "draw")
{
    Draw(mutants: int.Parse(args[1]), seed: int.Parse(args[2]));
}
else
{
    Score(args[1], args[2], args[3]);
}

static void Draw(int mutants, int seed)
{
    var files = Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories).Where(path => char.IsUpper(path[Sources.Length]));
    var members = files
        .Order(StringComparer.Ordinal)
        .SelectMany(path => Members(File.ReadAllText(path)).Select(span => (Path: path, Span: span)))
        .ToArray();
    new Random(seed).Shuffle(members);
    var lines = 0;
    var drawn = members.TakeWhile(member => (lines += member.Span.Last - member.Span.First + 1) <= LinesAMutant * mutants);
    foreach (var file in drawn.GroupBy(member => member.Path, StringComparer.Ordinal))
    {
        Console.WriteLine($"**/{file.Key[Sources.Length..]}{string.Concat(file.Select(member => $"{{{member.Span.Start}..{member.Span.End}}}"))}");
    }
}

// In formatted code a member begins after an empty line and is indented once.
static IEnumerable<(int Start, int End, int First, int Last)> Members(string text)
{
    var (start, place, line, first) = (0, 0, 1, 1);
    var empty = false;
    foreach (var row in text.Split('\n'))
    {
        if (empty && row.Length > 0 && row.Length - row.TrimStart().Length is 0 or 4)
        {
            yield return (start, place, first, line - 1);
            (start, first) = (place, line);
        }

        empty = row.Length == 0;
        place += row.Length + 1;
        line++;
    }

    yield return (start, text.Length, first, line - 1);
}

static void Score(string report, string page, string seed)
{
    using var json = JsonDocument.Parse(File.ReadAllBytes(report));
    var members = new List<(string Folder, int Killed, int TimedOut, int Survived, int Unreached)>();
    foreach (var file in json.RootElement.GetProperty("files").EnumerateObject())
    {
        var name = file.Name[(file.Name.IndexOf(Sources, StringComparison.Ordinal) is var at and >= 0 ? at + Sources.Length : 0)..];
        var spans = Members(file.Value.GetProperty("source").GetString()!).ToArray();
        var mutants = file.Value.GetProperty("mutants").EnumerateArray();
        members.AddRange(
            from mutant in mutants
            let line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32()
            group mutant.GetProperty("status").GetString() by Array.FindLastIndex(spans, span => span.First <= line) into member
            select (
                name[..name.IndexOf('/')],
                member.Count(status => status == "Killed"),
                member.Count(status => status == "Timeout"),
                member.Count(status => status == "Survived"),
                member.Count(status => status == "NoCoverage")
            )
        );
    }

    members.RemoveAll(member => member.Killed + member.TimedOut + member.Survived + member.Unreached == 0);
    var rows = new StringBuilder();
    rows.AppendLine($"| part (seed {seed}) | members drawn | mutants | killed | timed out | survived | no test reaches | score | 95 % interval |");
    rows.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
    foreach (var folder in members.GroupBy(member => member.Folder, StringComparer.Ordinal).OrderBy(folder => folder.Key, StringComparer.Ordinal))
    {
        rows.AppendLine(Row(folder.Key, [.. folder.Select(member => (member.Killed, member.TimedOut, member.Survived, member.Unreached))]));
    }

    rows.AppendLine(Row("**together**", [.. members.Select(member => (member.Killed, member.TimedOut, member.Survived, member.Unreached))]));

    const string Begin = "<!-- mutation sample: written by ./mutate -->\n";
    var text = File.ReadAllText(page);
    var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
    var to = text.IndexOf("<!-- end of mutation sample -->", StringComparison.Ordinal);
    File.WriteAllText(page, text[..from] + rows.ToString().ReplaceLineEndings("\n") + text[to..]);
}

static string Row(string name, (int Killed, int TimedOut, int Survived, int Unreached)[] members)
{
    var (killed, timedOut) = (members.Sum(member => member.Killed), members.Sum(member => member.TimedOut));
    var (survived, unreached) = (members.Sum(member => member.Survived), members.Sum(member => member.Unreached));
    double found = killed + timedOut;
    var all = found + survived + unreached;
    var score = found / all;

    // Mutants of one member fare alike, so they say less than as many from everywhere: their number is divided by how much more the members differ than chance would
    // have it (the design effect of a sample in clusters), and Wilson's interval taken for that number.
    var spread = members.Sum(member =>
        Math.Pow(member.Killed + member.TimedOut - (score * (member.Killed + member.TimedOut + member.Survived + member.Unreached)), 2)
    );
    var chance = all * score * (1 - score);
    var effect = members.Length > 1 && chance > 0 ? Math.Max(1, spread * members.Length / (members.Length - 1) / chance) : 1;
    var (n, z) = (all / effect, 1.96);
    var middle = (score + (z * z / (2 * n))) / (1 + (z * z / n));
    var half = z / (1 + (z * z / n)) * Math.Sqrt((score * (1 - score) / n) + (z * z / (4 * n * n)));
    return $"| {name} | {members.Length} | {all} | {killed} | {timedOut} | {survived} | {unreached} | {100 * score:0.0} % | {100 * (middle - half):0} to {100 * (middle + half):0} % |";
}
