using NodaTime;

namespace Neuraxial.Simulation;

/// <summary>What is asked of a simulation.</summary>
/// <param name="For">How long after the fill; at least <paramref name="Every"/>.</param>
/// <param name="Every">How far apart times are; more than zero. The last is the last of them within the span.</param>
/// <param name="Levels">Vertebrae of the canal, from the head down; <see langword="null"/> for all of them.</param>
/// <param name="Demand">How many demand boluses are taken.</param>
public sealed record SimulationRequest(Duration For, Duration Every, IReadOnlyList<Level>? Levels, DemandTaken Demand);
