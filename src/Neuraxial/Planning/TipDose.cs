using NodaTime;

namespace Neuraxial;

/// <summary>What leaves the catheter tip in one hour around a change of infusate.</summary>
/// <param name="Hour">The hour's start, in whole hours after the fill; negative before it.</param>
/// <param name="Drugs">Each drug: with the bridge, and without it.</param>
public sealed record TipHour(int Hour, IReadOnlyList<TipDrug> Drugs);

/// <summary>What leaves the tip of one drug in one hour.</summary>
/// <param name="Drug">The drug.</param>
/// <param name="Bridged">With the bridge; <see langword="null"/> where none is planned or the old program is not known.</param>
/// <param name="Unbridged">Without a bridge; <see langword="null"/> where the old program is not known.</param>
public sealed record TipDrug(Drug Drug, Mass? Bridged, Mass? Unbridged);

/// <summary>
/// The dose at the tip hour by hour before, during and after a change of infusate, the fluid path taken as plug flow: in truth the front is wider,
/// since fluids mix at it (pumps D7).
/// </summary>
internal static class TipDose
{
    private const int HoursBefore = 3;
    private const int HoursAfter = 3;
    private const int MostHours = 240;

    public static IReadOnlyList<TipHour> Of(Therapy therapy, Bridge? bridge, Volume path)
    {
        if (therapy.Previous is not { } previous)
        {
            return [];
        }

        var basal = therapy.Pump.Model.Semantics.BasalOrWorst;
        var program = therapy.Program.Cycle(basal);
        var with = bridge is null ? null : Delivery.Of(therapy.Program, program, therapy.Fill, bridge);
        var without = Delivery.Of(therapy.Program, program, therapy.Fill, bridge: null);
        var until = HoursUntil(bridge?.Duration, without.TimeFor(bridge?.Volume ?? path));
        var drugs = previous.Infusate.DrugsWith(therapy.Infusate);
        var fronts = drugs.Select(drug => new DrugFront(drug, previous.Infusate, therapy.Infusate)).ToList();
        var hours = new List<TipHour>();
        for (var hour = -HoursBefore; hour < 0; hour++)
        {
            hours.Add(new TipHour(hour, [.. drugs.Select(drug => Before(drug, hour, previous, therapy.Fill, basal, bridge is not null))]));
        }

        var bridged = with is null ? null : new Front(with, bridge!.Volume);
        var plain = new Front(without, bridge?.Volume ?? path);
        for (var hour = 0; hour < until; hour++)
        {
            bridged?.Advance(hour + 1);
            plain.Advance(hour + 1);
            hours.Add(new TipHour(hour, fronts.ConvertAll(front => new TipDrug(front.Drug, bridged?.Mass(front), plain.Mass(front)))));
        }

        return hours;
    }

    private static int HoursUntil(Duration? bridge, Duration? unbridged)
    {
        var longest = bridge is { } one && (unbridged is not { } other || one > other) ? one : unbridged ?? Duration.Zero;
        return (int)decimal.Min(MostHours, decimal.Ceiling(longest.InHours()) + HoursAfter);
    }

    private static TipDrug Before(Drug drug, int hour, PreviousInfusion previous, Fill fill, BasalDuringBolus basal, bool bridged)
    {
        if (previous.Program is not { } program)
        {
            return new TipDrug(drug, null, null);
        }

        var from = program.PositionAt(fill.At.LocalDateTime.PlusHours(hour));
        var volume =
            program is FlexProgram ? program.Cycle(basal).During(from, Duration.FromHours(1)) : program.Cycle(basal).Mean * Duration.FromHours(1);
        var mass = volume * (previous.Infusate.Of(drug.Id) ?? Concentration.Zero);
        return new TipDrug(drug, bridged ? mass : null, mass);
    }

    private static Volume Least(Volume left, Volume right) => left < right ? left : right;

    private static Volume Most(Volume left, Volume right) => left > right ? left : right;

    /// <summary>What leaves the tip hour by hour: the first volume of the path is old infusate, the rest new. Each moment is worked out once for all drugs.</summary>
    private sealed class Front(Delivery delivery, Volume path)
    {
        private Volume end = delivery.Until(Duration.Zero);
        private Volume oldVolume;
        private Volume newVolume;

        /// <summary>Goes on to the hour that ends so many hours after the fill.</summary>
        /// <remarks>Each volume is a difference of two of which the second cannot be the larger, so that no rounding of a last digit takes more away than there is.</remarks>
        public void Advance(int hours)
        {
            var start = end;
            end = Most(start, delivery.Until(Duration.FromHours(hours)));
            oldVolume = Least(end, path) - Least(start, path);
            newVolume = Most(end, path) - Most(start, path);
        }

        /// <summary>The mass of a drug in this hour.</summary>
        public Mass Mass(DrugFront drug) => (oldVolume * drug.Old) + (newVolume * drug.New);
    }

    /// <summary>A drug on both sides of the front.</summary>
    private sealed class DrugFront(Drug drug, Infusate old, Infusate now)
    {
        public Drug Drug => drug;

        public Concentration Old { get; } = old.Of(drug.Id) ?? Concentration.Zero;

        public Concentration New { get; } = now.Of(drug.Id) ?? Concentration.Zero;
    }
}
