using NodaTime;

namespace Neuraxial;

/// <summary>The arithmetic of steps for one drug.</summary>
/// <param name="Therapy">Whose.</param>
/// <param name="Part">The drug and its concentration.</param>
/// <param name="Now">Its programmed daily dose.</param>
/// <param name="Demand">What demand boluses can add in a day.</param>
/// <param name="Ceilings">The limits ahead.</param>
/// <param name="IsNew">Whether this fill starts it.</param>
/// <param name="Since">Since when the patient gets <paramref name="Now"/>; <see langword="null"/> if not known.</param>
/// <param name="Watch">The closest watch after the last change, where one is published.</param>
internal sealed record TitrationWork(
    Therapy Therapy,
    InfusateDrug Part,
    DoseRate Now,
    DoseRate Demand,
    IReadOnlyList<DoseCeiling> Ceilings,
    bool IsNew,
    Instant? Since,
    TitrationWait? Watch
)
{
    /// <summary>The next steps by one published row: each from the one before, until a hard limit leaves no room.</summary>
    public IReadOnlyList<TitrationStep> Steps(TitrationRow row, Duration? interval, Duration? first, int most)
    {
        var steps = new List<TitrationStep>();
        if (Now == DoseRate.Zero)
        {
            return steps;
        }

        var (low, high) = (Now, Now);
        for (var number = 1; number <= most; number++)
        {
            (low, high) = (After(row, low, largest: false), After(row, high, largest: true));
            if (row.Phase is "side-effects")
            {
                (low, high) = (high, low);
            }

            var held = high;
            if (Room() is { } room)
            {
                if (low > room)
                {
                    break;
                }

                held = high < room ? high : room;
            }

            steps.Add(Step(number, NotBefore(number, interval, first), low, held));
            if (held < high)
            {
                break;
            }
        }

        return steps;
    }

    /// <summary>What the lowest hard limit leaves for the programmed dose; <see langword="null"/> if there is none.</summary>
    private DoseRate? Room()
    {
        foreach (var ceiling in Ceilings)
        {
            if (ceiling.IsHard)
            {
                return ceiling.Dose > Demand ? ceiling.Dose - Demand : DoseRate.Zero;
            }
        }

        return null;
    }

    private DoseRate After(TitrationRow row, DoseRate dose, bool largest)
    {
        if (row.Percent is { } percent)
        {
            var share = largest ? percent.Most : percent.Least;
            return row.Phase is not "side-effects" ? dose * (100m + share) / 100m
                : share < 100m ? dose * (100m - share) / 100m
                : DoseRate.Zero;
        }

        // "At most" leaves the smallest step open: any step above nothing.
        return row.Largest is { } most
            ? largest
                ? dose + most
                : dose
            : dose + (Part.Concentration * row.Flow!.Value);
    }

    private Instant? NotBefore(int number, Duration? interval, Duration? first)
    {
        if (Since is not { } since)
        {
            return null;
        }

        // A published interval says when; without one only the watch of the last step does, and that for the first step alone.
        Instant? from = interval is { } between ? since + between : Watch?.Until;
        if (first is { } day && from is { } reached)
        {
            from = Later(reached, since + day);
        }
        else if (first is { } alone)
        {
            from = since + alone;
        }

        if (from is not { } earliest)
        {
            return null;
        }

        earliest = Later(earliest, Therapy.Fill.Instant);
        return interval is { } every ? earliest + (every * (number - 1))
            : number == 1 ? earliest
            : null;
    }

    private static Instant Later(Instant one, Instant other) => one > other ? one : other;

    private TitrationStep Step(int number, Instant? notBefore, DoseRate low, DoseRate high)
    {
        var most = high + Demand;
        var step = new TitrationStep(number, notBefore, low, high, [.. Ceilings.Where(ceiling => most >= ceiling.Dose)]);
        return Therapy.Program is ConstantFlowProgram constant
            ? constant.Flow > FlowRate.Zero
                ? step with
                {
                    LowConcentration = low / constant.Flow,
                    HighConcentration = high / constant.Flow,
                }
                : step
            : step with
            {
                LowRate = low / Part.Concentration,
                HighRate = high / Part.Concentration,
            };
    }
}
