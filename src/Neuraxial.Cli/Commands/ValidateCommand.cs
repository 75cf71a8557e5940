using System.Buffers;
using System.CommandLine;
using Neuraxial.Simulation;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial validate DIR|FILE…</c>: the model beside published studies; <c>--verification</c>: its solver beside exact answers.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "studies: files, or folders of them", Arity = ArgumentArity.ZeroOrMore };
        var verification = new Option<bool>("--verification") { Description = "solve the problems whose answers are known exactly" };
        var format = Options.Format();
        var command = new Command("validate", "Compare the model with published studies; exit code 1 if any observation lies outside of its band.")
        {
            files,
            verification,
            format,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(verification) == (result.GetValue(files) ?? []).Length > 0)
            {
                result.AddError("Give at least one study or folder of studies, or --verification alone.");
            }
        });
        command.SetAction(parsed =>
        {
            var json = parsed.GetValue(format) is "json";
            return parsed.GetValue(verification) ? ValidateVerification.Run(json) : Run(parsed.GetValue(files)!, json);
        });
        return command;
    }

    private static int Run(string[] paths, bool json)
    {
        // All files are read before any is run, so that every problem of all of them is told.
        var experiments = paths.SelectMany(Files).Select(Study).ToList();
        if (experiments.Contains(null))
        {
            return ExitCode.UnusableInput;
        }

        var validation = Compared(experiments!);
        if (json)
        {
            var buffer = new ArrayBufferWriter<byte>(16_384);
            ValidationJson.Write(validation, buffer);
            buffer.Write("\n"u8);
            Outputs.Write(buffer.WrittenSpan, null);
        }
        else
        {
            Sheet.Print(sheet => ValidationPage.Write(sheet, validation));
        }

        return validation.Inside < validation.Total ? ExitCode.Blocked : ExitCode.Done;
    }

    private static Validation Compared(IEnumerable<Experiment> experiments)
    {
        using var progress = new Progress("virtual patients", each: 20);
        return Validation.Of(experiments, progress.One);
    }

    /// <summary>A file itself, or the studies of a folder; a folder without any is told like a file that is not there.</summary>
    private static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        try
        {
            var files = Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal).ToList();
            return files.Count > 0 ? files : [Path.Combine(path, "*.json")];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Read as a file it is told with its reason.
            return [path];
        }
    }

    private static Experiment? Study(string path) => Inputs.Bytes(path) is { } bytes ? Inputs.Taken(path, ExperimentFile.Read(bytes)) : null;
}
