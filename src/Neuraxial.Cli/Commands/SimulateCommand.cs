using System.Buffers;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Neuraxial.Simulation;
using NodaTime;

namespace Neuraxial.Cli;

/// <summary><c>neuraxial simulate FILE</c>: where the drugs of a therapy go, along the spine and in the blood.</summary>
internal static class SimulateCommand
{
    /// <summary>More times than this are more than anybody reads, and than a machine should hold.</summary>
    private const int MostTimes = 200_000;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "a therapy file; - for standard input" };
        var span = new Option<string>("--for")
        {
            Description = "how long after the fill",
            HelpName = "\"30 d\"",
            DefaultValueFactory = _ => "30 d",
        };
        var every = new Option<string>("--every")
        {
            Description = "how far apart times are",
            HelpName = "\"15 min\"",
            DefaultValueFactory = _ => "15 min",
        };
        var levels = new Option<string?>("--levels") { Description = "vertebrae, separated by commas; all if not given", HelpName = "T8,L1" };
        var demand = new Option<string>("--demand")
        {
            Description = "how many demand boluses are taken",
            DefaultValueFactory = _ => "expected",
        }.AcceptOnlyFromAmong("none", "expected", "all");
        var output = new Option<string?>("--out") { Description = "write all curves to this file, .csv or .parquet", HelpName = "FILE" };
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
        command.SetAction(parsed =>
        {
            if (formulary.Read(parsed) is not { } data)
            {
                return ExitCode.UnusableInput;
            }

            var request = Request(
                parsed.GetValue(span)!,
                parsed.GetValue(every)!,
                parsed.GetValue(levels),
                parsed.GetValue(demand)!,
                parsed.GetValue(output)
            );
            return Run(parsed.GetValue(file)!, request, parsed.GetValue(output), parsed.GetValue(format) is "json", data);
        });
        return command;
    }

    private static int Run(string file, SimulationRequest? request, string? output, bool json, Formulary formulary)
    {
        var therapy = Inputs.Therapy(file, formulary);
        if (therapy is null || request is null)
        {
            return ExitCode.UnusableInput;
        }

        var plan = Planner.Plan(therapy, formulary);
        var watch = Stopwatch.StartNew();
        var simulation = TherapySimulation.Of(plan, request);
        var seconds = watch.Elapsed.TotalSeconds;
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

    private static bool WriteTable(TherapySimulation simulation, string output)
    {
        var table = SimulationTable.Of(simulation);
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        if (IsParquet(output))
        {
            ParquetTable.Write(table, buffer);
        }
        else
        {
            CsvTable.Write(table, buffer);
        }

        return Outputs.Write(buffer.WrittenSpan, output);
    }

    private static bool IsParquet(string output) => output.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>What is asked for; <see langword="null"/>, with a line for every problem, if it can't be understood.</summary>
    private static SimulationRequest? Request(string span, string every, string? levels, string demand, string? output)
    {
        var problems = new List<Problem>();
        var length = Time("--for", span, problems);
        var step = Time("--every", every, problems);
        if (length is { } end && step is { } distance && end / distance > MostTimes)
        {
            problems.Add(
                new Problem(
                    "--every",
                    string.Create(CultureInfo.InvariantCulture, $"more than {MostTimes} times; expected longer steps or a shorter span")
                )
            );
        }

        if (output is not null && !IsParquet(output) && !output.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new Problem("--out", $"'{Printable.OneLine(output, 60)}'; expected a file that ends with .csv or .parquet"));
        }

        var places = levels?.Split(',').Select(text => Vertebra(text.Trim(), problems)).ToList();
        foreach (var problem in problems)
        {
            Inputs.Report("simulate", problem);
        }

        return problems.Count > 0
            ? null
            : new SimulationRequest(
                length!.Value,
                step!.Value,
                places is null ? null : [.. places.Select(place => place!.Value).Distinct().Order()],
                demand switch
                {
                    "none" => DemandTaken.None,
                    "all" => DemandTaken.All,
                    _ => DemandTaken.Expected,
                }
            );
    }

    private static Duration? Time(string option, string text, List<Problem> problems)
    {
        var parsed = QuantityText.ParseDuration(text);
        if (!parsed.Succeeded)
        {
            problems.Add(new Problem(option, parsed.Problem!));
            return null;
        }

        if (parsed.Value <= Duration.Zero)
        {
            problems.Add(new Problem(option, "no time at all; expected more than 0 min"));
            return null;
        }

        return parsed.Value;
    }

    private static Level? Vertebra(string text, List<Problem> problems)
    {
        var parsed = Level.Parse(text);
        if (!parsed.Succeeded || Anatomy.Of(Species.Human).Spine.At(parsed.Value) is null)
        {
            problems.Add(
                new Problem("--levels", parsed.Succeeded ? $"{text} is no vertebra of the canal; expected one from C1 to S2" : parsed.Problem!)
            );
            return null;
        }

        return parsed.Value;
    }
}
