using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>What is asked of a simulation.</summary>
/// <param name="For">
/// How long after the fill; more than zero. <see langword="null"/> for as long as the container lasts, thirty days at most.
/// </param>
/// <param name="Every">How far apart times are; more than zero. The last is the last of them within the span.</param>
/// <param name="Levels">Vertebrae of the canal, from the head down; <see langword="null"/> for all of them.</param>
/// <param name="Demand">How many demand boluses are taken.</param>
public sealed record SimulationRequest(Duration? For, Duration Every, IReadOnlyList<Level>? Levels, DemandTaken Demand)
{
    /// <summary>How long a container that lasts longer is followed where nothing else is asked for.</summary>
    public static Duration Usual { get; } = Duration.FromDays(30);
}
