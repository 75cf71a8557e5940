using System.Globalization;
using NodaTime;

namespace Neuraxial.Simulation;

/// <content>What was given.</content>
public static partial class ExperimentFile
{
    private static readonly Choice<EntryRoute> Routes = new(
        new("intrathecal", EntryRoute.Intrathecal),
        new("epidural", EntryRoute.Epidural),
        new("intravenous", EntryRoute.Intravenous),
        new("intramuscular", EntryRoute.Intramuscular),
        new("intracerebroventricular", EntryRoute.Intracerebroventricular)
    );

    private static readonly Choice<Baricity> Baricities = new(
        new("isobaric", Baricity.Isobaric),
        new("hyperbaric", Baricity.Hyperbaric),
        new("hypobaric", Baricity.Hypobaric)
    );

    private enum Baricity
    {
        Isobaric,
        Hyperbaric,
        Hypobaric,
    }

    private static ExperimentDose? ReadDose(JsonMembers dose, Study study, List<string> outside)
    {
        var drug = ReadDrug(dose, study.Species, required: false);
        var route = dose.RequiredChoice("route", Routes);
        var along = route is EntryRoute.Intrathecal or EntryRoute.Epidural;
        var place = ReadPlace(dose, study, along ? "where it was given" : null);
        if (route is null)
        {
            // Whether it has a place, nobody can say.
            Pass(dose, "level", "position");
        }

        var volume = dose.OptionalQuantity<Volume>("volume");
        var baricity = dose.OptionalChoice("baricity", Baricities);
        if (volume == Volume.Zero)
        {
            dose.Fault("volume", "a volume of nothing; expected more than 0 mL, or no member");
        }

        var infused = dose.Has("rate") || dose.Has("from");
        var (from, until, mass) = infused ? ReadInfusion(dose, study) : ReadBolus(dose, study);
        var given = drug ?? study.Drug;
        if (route == EntryRoute.Epidural && study.Species is { } species && given is not null && SpinalDrug.Of(species, given) is { Epidural: null })
        {
            dose.Fault("route", $"what becomes of {given} in the epidural space is not known; expected another route");
        }

        if (
            route == EntryRoute.Intrathecal
            && InAnHour(volume, infused, from, until) is { } millilitres
            && millilitres > ValidatedRange.LargestBolus.InMillilitres()
        )
        {
            outside.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(infused ? "an infusion" : "a bolus")} of {millilitres:0.###} mL{(infused ? " in an hour" : "")} into the fluid: the model was held to at most {ValidatedRange.LargestBolus.InMillilitres()} mL"
                )
            );
        }

        if (route == EntryRoute.Intrathecal && baricity is Baricity.Hyperbaric or Baricity.Hypobaric)
        {
            outside.Add("a solution that is not isobaric: weight moves it, which the model does not know");
        }

        return route is { } way && from is { } begin && until is { } end && mass is { } all && (!along || place is not null) && end > begin
            ? new ExperimentDose(new Entry(way, place, volume), begin, end, all) { Drug = drug }
            : null;
    }

    /// <summary>What enters within an hour, mL: all of a bolus, and of what is infused for longer its part.</summary>
    private static decimal? InAnHour(Volume? volume, bool infused, Duration? from, Duration? until)
    {
        var hours = infused && until > from ? Math.Max(1m, (until.Value - from.Value).InHours()) : 1m;
        return volume?.InMillilitres() / hours;
    }

    private static (Duration? From, Duration? Until, Mass? Mass) ReadBolus(JsonMembers dose, Study study)
    {
        var at = dose.RequiredDuration("at");
        var mass = dose.RequiredQuantity<Mass>("mass");
        var over = dose.OptionalDuration("over") ?? Duration.FromMinutes(1);
        if (mass == Mass.Zero)
        {
            dose.Fault("mass", "a dose of nothing; expected more than 0 mg");
        }

        if (over <= Duration.Zero)
        {
            dose.Fault("over", "given in no time; expected more than 0 s");
        }

        CheckUntil(dose, "at", at, study);
        return (at, at + over, mass == Mass.Zero ? null : mass);
    }

    private static (Duration? From, Duration? Until, Mass? Mass) ReadInfusion(JsonMembers dose, Study study)
    {
        var from = dose.RequiredDuration("from");
        var until = dose.RequiredDuration("until");
        var rate = dose.RequiredQuantity<DoseRate>("rate");
        if (rate == DoseRate.Zero)
        {
            dose.Fault("rate", "a rate of nothing; expected more than 0 mg/d");
        }

        CheckUntil(dose, "from", from, study);
        if (from is { } begin && until is { } end && end <= begin)
        {
            dose.Fault("until", $"not after {QuantityText.Write(begin)}; expected a later time");
            return (from, null, null);
        }

        return (
            from,
            until,
            from is not null && until is not null && rate is { } known && known != DoseRate.Zero ? known * (until.Value - from.Value) : null
        );
    }
}
