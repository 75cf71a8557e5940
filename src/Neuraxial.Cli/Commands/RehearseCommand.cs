using System.Buffers;
using System.CommandLine;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial formulary rehearse OVERLAY --against FILES</c>: what a new file would have said to past therapies.</summary>
internal static class RehearseCommand
{
    public static Command Create()
    {
        var overlay = new Argument<string>("OVERLAY") { Description = "the new file of the service" };
        var against = new Option<string[]>("--against")
        {
            Description = "therapies: files, JSON lines (.jsonl, or - for standard input), or folders of both",
            HelpName = "FILES",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var inForce = new Option<string?>("--base")
        {
            Description = "the service's file in force; the built-in formulary if not given",
            HelpName = "FILE",
        };
        var format = Options.Format();
        var command = new Command(
            "rehearse",
            "Replay past therapies under a new file: new stops, lost stops, alert load; exit code 1 if a stop is lost."
        )
        {
            overlay,
            against,
            inForce,
            format,
        };
        command.SetAction(parsed =>
        {
            var before = Inputs.Formulary(parsed.GetValue(inForce));
            var after = Inputs.Formulary(parsed.GetValue(overlay)!);
            var sources = Sources(parsed.GetValue(against)!);
            if (before is null || after is null || sources is null)
            {
                return ExitCode.UnusableInput;
            }

            var rehearsal = new Rehearsal(before, after);
            using (var progress = new Progress("therapies replayed"))
            {
                sources.ForEach(source => Replay(source, rehearsal, progress));
            }

            return Answer(rehearsal.Result(), parsed.GetValue(format) is "json");
        });
        return command;
    }

    private static int Answer(RehearsalResult result, bool json)
    {
        if (result.Therapies == 0)
        {
            // A rehearsal of nothing would read as one in which nothing changed.
            foreach (var unusable in result.Unusable)
            {
                foreach (var problem in unusable.Problems)
                {
                    Inputs.Report(unusable.File, problem);
                }
            }

            Inputs.Report("rehearse", new Problem("--against", "no therapy could be replayed; expected at least one"));
            return ExitCode.UnusableInput;
        }

        if (json)
        {
            var buffer = new ArrayBufferWriter<byte>(65_536);
            RehearsalJson.Write(result, buffer);
            buffer.Write("\n"u8);
            Outputs.Write(buffer.WrittenSpan, null);
        }
        else
        {
            Sheet.Print(sheet => RehearsalPage.Write(sheet, result));
        }

        return result.LosesStops ? ExitCode.Blocked : ExitCode.Done;
    }

    /// <summary>
    /// The files that were named, those of a folder in the order of their names; <see langword="null"/>, with a line each on standard error, if one is not
    /// there: a slip of the keyboard must not pass for a rehearsal of less.
    /// </summary>
    private static List<string>? Sources(string[] named)
    {
        var sources = new List<string>();
        var isWhole = true;
        foreach (var path in named)
        {
            if (Directory.Exists(path))
            {
                sources.AddRange(
                    Directory.EnumerateFiles(path).Where(file => Path.GetExtension(file) is ".json" or ".jsonl").Order(StringComparer.Ordinal)
                );
            }
            else if (path == "-" || File.Exists(path))
            {
                sources.Add(path);
            }
            else
            {
                Inputs.Report(path, new Problem("$", "cannot be read: there is no such file; expected a file or a folder"));
                isWhole = false;
            }
        }

        return isWhole ? sources : null;
    }

    private static void Replay(string source, Rehearsal rehearsal, Progress progress)
    {
        if (source != "-" && Path.GetExtension(source) is not ".jsonl")
        {
            var (bytes, problem) = Inputs.Read(source);
            if (bytes is not null)
            {
                rehearsal.Add(source, bytes);
            }
            else
            {
                rehearsal.AddUnusable(source, problem!);
            }

            progress.One();
            return;
        }

        try
        {
            using var stream = source == "-" ? Console.OpenStandardInput() : File.OpenRead(source);
            foreach (var (number, line) in PlanLines.Lines(stream, () => { }))
            {
                var place = $"{source}:{number}";
                if (line is { } text)
                {
                    rehearsal.Add(place, text);
                }
                else
                {
                    rehearsal.AddUnusable(place, PlanLines.TooLong);
                }

                progress.One();
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            rehearsal.AddUnusable(source, new Problem("$", $"cannot be read to its end: {failure.Message.ReplaceLineEndings(" ")}"));
        }
    }
}
