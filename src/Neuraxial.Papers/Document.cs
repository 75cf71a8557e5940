using NodaTime;

namespace Neuraxial.Papers;

/// <summary>What every sheet of a paper draws on: the plan, the hash of its file, and the sources that were named so far.</summary>
internal sealed class Document(Plan plan, TherapyHash hash)
{
    /// <summary>The plan.</summary>
    public Plan Plan { get; } = plan;

    /// <summary>What was planned.</summary>
    public Therapy Therapy => Plan.Therapy;

    /// <summary>The hash of the therapy's file.</summary>
    public TherapyHash Hash { get; } = hash;

    /// <summary>The sources and figures that the sheets name, for the last of them.</summary>
    public Citations Sources { get; } = new(plan.Formulary);

    /// <summary>A moment on the pump's clock, as it stood at the fill.</summary>
    public string Clock(Instant moment) => Display.Of(moment.WithOffset(Therapy.Fill.At.Offset).LocalDateTime);

    /// <summary>A day on the pump's clock: <c>22-Feb-2027</c>.</summary>
    public string Day(Instant moment) => Clock(moment)[..11];
}
