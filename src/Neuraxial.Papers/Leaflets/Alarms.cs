namespace Neuraxial.Papers;

/// <summary>One alarm of a pump, for the patient.</summary>
/// <param name="Means">What it means.</param>
/// <param name="IsUrgent">Whether to call at once.</param>
internal sealed record PlainAlarm(string Means, bool IsUrgent);

/// <summary>The alarms that the catalogue knows of a pump, in plain words.</summary>
internal static class Alarms
{
    private static readonly Dictionary<string, string> Said = new(StringComparer.Ordinal)
    {
        ["empty-reservoir"] = "It is empty.",
        ["low-reservoir"] = "It is nearly empty.",
        ["motor-stall"] = "It has stuck.",
        ["stopped"] = "It has been off for a long time.",
        ["stopped-too-long"] = "It has been off for a long time.",
        ["end-of-service"] = "Its life has run out and it stops.",
        ["elective-replacement"] = "Its life will soon run out.",
        ["memory"] = "It has lost what it was told.",
        ["memory-non-critical"] = "It has lost a small part of what it was told.",
        ["downstream-occlusion"] = "The tube to you is blocked.",
        ["upstream-occlusion"] = "The tube from the bag is blocked.",
        ["air-in-line"] = "There is air in the tube.",
        ["cassette"] = "The bag is not fixed well.",
        ["battery-depleted"] = "The battery is flat.",
        ["battery-low"] = "The battery is nearly flat.",
        ["limit-reached"] = "You have had all that is allowed for now.",
    };

    /// <summary>The alarms, the urgent ones first.</summary>
    public static IReadOnlyList<PlainAlarm> Of(Pump pump) =>
        [
            .. pump
                .Row.Rows("alarms")
                .Select(alarm => new PlainAlarm(
                    Said.GetValueOrDefault(alarm.Text("alarm") ?? "") ?? Wording.Capital(Wording.Spoken(alarm.Text("alarm") ?? "")) + ".",
                    alarm.Text("class") is "critical" or "high" or null
                ))
                .DistinctBy(alarm => alarm.Means, StringComparer.Ordinal)
                .OrderByDescending(alarm => alarm.IsUrgent),
        ];

    /// <summary>Whether an alarm of the data has its plain words here.</summary>
    public static bool IsKnown(string alarm) => Said.ContainsKey(alarm);
}
