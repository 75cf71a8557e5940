namespace Neuraxial;

/// <summary>One setting as the programmer of a pump asks for it.</summary>
/// <param name="Field">The maker's word.</param>
/// <param name="Value">The number with its unit; <see langword="null"/> where the plan does not know it and a person must.</param>
/// <param name="Note">What to see to; <see langword="null"/> if nothing.</param>
public sealed record TransferEntry(string Field, string? Value, string? Note = null);

/// <summary>
/// A plan in the words, units and order in which a maker's programmer asks for it, so that a nurse copies and reads back line by line.
/// </summary>
/// <param name="Device">Which programmer.</param>
/// <param name="Entries">In the order of its screens.</param>
public sealed record TransferSheet(string Device, IReadOnlyList<TransferEntry> Entries)
{
    internal static TransferSheet Of(Therapy therapy, Bridge? bridge)
    {
        var id = therapy.Pump.Model.Id;
        return id.StartsWith("synchromed", StringComparison.Ordinal)
                ? new TransferSheet("SynchroMed programmer", [.. SynchroMedSheet.Entries(therapy, bridge)])
            : id.StartsWith("prometra", StringComparison.Ordinal)
                ? new TransferSheet("Prometra programmer", [.. PrometraSheet.Entries(therapy, bridge)])
            : therapy.Pump.Model.Kind is "ambulatory"
                ? new TransferSheet($"{therapy.Pump.Model.Name}, keypad", [.. AmbulatorySheet.Entries(therapy, bridge)])
            : therapy.Pump.Model.Kind is "syringe-driver"
                ? new TransferSheet($"{therapy.Pump.Model.Name}, syringe driver", [.. SyringeDriverSheet.Entries(therapy, bridge)])
            : new TransferSheet(therapy.Pump.Model.Name, [.. GeneralSheet.Entries(therapy, bridge)]);
    }
}
