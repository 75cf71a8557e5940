using System.Buffers;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Diagnostics;
using Neuraxial.Simulation;
using NodaTime;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial simulate FILE</c>: where the drugs of a therapy go, along the spine and in the blood.</summary>
internal static class SimulateCommand
{
    /// <summary>A year in steps of fifteen minutes has 35,041. More are more than anybody reads, and than a machine should hold for every curve.</summary>
    private const int MostTimes = 50_000;

    /// <summary>A demand bolus every ten minutes for a year makes half of them; more take minutes to simulate, and are a slip.</summary>
    private const int MostChanges = 200_000;

    private const string UsualSpan = "30 d";
    private const string UsualStep = "15 min";
    private const string Csv = ".csv";
    private const string Parquet = ".parquet";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a therapy file; - for standard input" };
        var span = new Option<string?>("--for") { Description = $"how long from the fill on; {UsualSpan} if not given", HelpName = "\"30 d\"" };
        var every = new Option<string?>("--every") { Description = $"how far apart times are; {UsualStep} if not given", HelpName = "\"15 min\"" };
        var levels = new Option<string?>("--levels")
        {
            Description = "vertebrae, separated by commas; all of the canal if not given",
            HelpName = "T8,L1",
        };
        var demand = new Option<string?>("--demand")
        {
            Description = "how many demand boluses are taken, evenly spread: none, expected or all; expected if not given",
            HelpName = "expected",
        };
        var output = new Option<string?>("--out") { Description = "write every curve to this table, .csv or .parquet", HelpName = "FILE" };
        var format = Options.Format();
        var command = new Command("simulate", "Simulate where the drugs of a therapy go along the spine: a model of a mean adult, no measurement.")
        {
            file,
            span,
            every,
            levels,
            demand,
            output,
            format,
        };
        var formulary = FormularyOptions.Of(command);
        SimulationRequest? request = null;
        command.Validators.Add(result =>
        {
            request = Request(
                result,
                result.GetValue(span) ?? UsualSpan,
                result.GetValue(every) ?? UsualStep,
                result.GetValue(levels),
                Taken(result, result.GetValue(demand))
            );
            if (result.GetValue(output) is { } path && !HasEnding(path, Csv) && !HasEnding(path, Parquet))
            {
                result.AddError($"--out: '{path}' is neither; expected a file that ends with {Csv} or {Parquet}.");
            }
        });
        command.SetAction(parsed =>
            formulary.Read(parsed) is { } data
                ? Run(parsed.GetValue(file)!, request!, parsed.GetValue(output), parsed.GetValue(format) is "json", data)
                : ExitCode.UnusableInput
        );
        return command;
    }

    private static int Run(string file, SimulationRequest request, string? output, bool json, Formulary formulary)
    {
        if (Inputs.Therapy(file, formulary) is not { } therapy)
        {
            return ExitCode.UnusableInput;
        }

        var changes = TipFlow.MostChanges(therapy, request.Demand, request.For);
        if (changes > MostChanges)
        {
            Inputs.Report(
                file,
                new Problem(
                    "$.program",
                    $"its flow changes {Display.Number(changes)} times; expected at most {Display.Number(MostChanges)}, in a shorter span (--for)"
                )
            );
            return ExitCode.UnusableInput;
        }

        var plan = Planner.Plan(therapy, formulary);
        var started = Stopwatch.GetTimestamp();
        var simulation = TherapySimulation.Of(plan, request);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (output is not null && !WriteTable(simulation, output))
        {
            return ExitCode.UnusableInput;
        }

        if (json)
        {
            var buffer = new ArrayBufferWriter<byte>(1 << 20);
            SimulationJson.Write(simulation, seconds, buffer);
            buffer.Write("\n"u8);
            Outputs.Write(buffer.WrittenSpan, null);
        }
        else
        {
            Sheet.Print(sheet => SimulationPage.Write(sheet, simulation));
        }

        return plan.IsBlocked ? ExitCode.Blocked : ExitCode.Done;
    }

    private static bool WriteTable(TherapySimulation simulation, string path)
    {
        var table = SimulationTable.Of(simulation);
        var bytes = new ArrayBufferWriter<byte>(1 << 20);
        if (HasEnding(path, Parquet))
        {
            ParquetTable.Write(table, bytes);
        }
        else
        {
            CsvTable.Write(table, bytes);
        }

        return Outputs.Write(bytes.WrittenSpan, path);
    }

    private static bool HasEnding(string path, string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>What is asked for; <see langword="null"/>, with an error for every problem, if it cannot be understood.</summary>
    private static SimulationRequest? Request(CommandResult result, string span, string every, string? levels, DemandTaken demand)
    {
        var length = Time(result, "--for", span);
        var step = Time(result, "--every", every);
        if (length is { } whole && step is { } part && whole.Over(part) >= MostTimes)
        {
            result.AddError(
                $"--every: {Display.Of(part)} make more than {Display.Number(MostTimes)} times in {Display.Of(whole)}; expected longer steps, or a shorter span."
            );
        }
        else if (length < step)
        {
            result.AddError("--every: longer than the whole span; expected at most that.");
        }

        var vertebrae = levels?.Split(',').Select(text => Vertebra(result, text.Trim())).ToList();
        return length is null || step is null || vertebrae?.Contains(null) == true
            ? null
            : new SimulationRequest(
                length.Value,
                step.Value,
                vertebrae is null ? null : [.. vertebrae.Select(level => level!.Value).Distinct().Order()],
                demand
            );
    }

    /// <summary>Told here and not by the option itself, whose own check would be told only after all else is mended.</summary>
    private static DemandTaken Taken(CommandResult result, string? word)
    {
        switch (word)
        {
            case "none":
                return DemandTaken.None;
            case "all":
                return DemandTaken.All;
            case null or "expected":
                return DemandTaken.Expected;
            default:
                result.AddError($"--demand: '{word}' is unknown; expected one of none, expected, all.");
                return DemandTaken.None;
        }
    }

    private static Duration? Time(CommandResult result, string option, string text)
    {
        var parsed = QuantityText.ParseDuration(text);
        if (!parsed.Succeeded)
        {
            result.AddError($"{option}: {parsed.Problem}");
            return null;
        }

        if (parsed.Value < Duration.FromSeconds(1))
        {
            result.AddError($"{option}: next to no time; expected at least 1 s.");
            return null;
        }

        return parsed.Value;
    }

    private static Level? Vertebra(CommandResult result, string text)
    {
        var parsed = Level.Parse(text);
        if (!parsed.Succeeded)
        {
            result.AddError($"--levels: {parsed.Problem}");
            return null;
        }

        if (parsed.Value < TherapySimulation.Highest || parsed.Value > TherapySimulation.Lowest || parsed.Value.IsSegmentOnly)
        {
            result.AddError(
                $"--levels: {text} is no vertebra of the canal; expected one from {TherapySimulation.Highest} to {TherapySimulation.Lowest}."
            );
            return null;
        }

        return parsed.Value;
    }
}
