namespace Neuraxial.Simulation;

/// <content>What flows from where to where, and by which way a drug enters.</content>
public sealed partial class SpineModel
{
    private static PlasmaKinetics InBlood(PlasmaKinetics kinetics, Body body)
    {
        var scaled = kinetics.Scaled(body.WeightRatio);
        return scaled with
        {
            VolumeMl = scaled.VolumeMl * body.Variation.PlasmaVolume,
            ClearanceMlPerHour = scaled.ClearanceMlPerHour * body.Variation.Clearance,
        };
    }

    private static double FluidOverTissue(Spine spine) =>
        Spine.Volume(spine.Fluid, 0, spine.Length) / Spine.Volume(position => Tissue(spine, position), 0, spine.Length);

    /// <summary>Cord and roots, square cm.</summary>
    private static double Tissue(Spine spine, double position) => spine.Cord(position) + spine.Thecal(position) - spine.Fluid(position);

    private double LossPerHour(int analyte) => analytes[analyte].LossPerHour * body.Variation.Loss;

    /// <summary>What tissue holds of what the fluid of its cell holds, at equilibrium: one store per volume of cord and roots, as much in all as the drug's figure says.</summary>
    private double TissueStore(int cell, int analyte)
    {
        var position = canal.Centre(cell);
        return analytes[analyte].CordStore * storeScale * Tissue(body.Spine, position) / body.Spine.Fluid(position);
    }

    private void AddCanal(RateMatrix.Builder matrix, int analyte, double topDispersion, double flow)
    {
        var drug = analytes[analyte];
        var loss = LossPerHour(analyte);
        var plasma = layout.Common(CommonKind.Plasma, analyte);
        canal.AddTo(matrix, cell => layout.Fluid(cell, analyte));

        // The foramen magnum: the last cell and the cisterns.
        var (top, cistern) = (layout.Fluid(canal.Cells - 1, analyte), layout.Common(CommonKind.Cistern, analyte));
        var conductance = body.Spine.Fluid(body.Spine.Length) * topDispersion / canal.Width;
        matrix.Flow(top, cistern, Canal.Carried(conductance, -flow) / canal.Volume(canal.Cells - 1));
        matrix.Flow(cistern, top, Canal.Carried(conductance, flow) / body.Cranium.CisternMl);

        for (var cell = 0; cell < canal.Cells; cell++)
        {
            var fluid = layout.Fluid(cell, analyte);
            var volume = canal.Volume(cell);

            // What is absorbed along the canal takes the drug along; the rest of the loss is through meninges and cord.
            matrix.Flow(fluid, plasma, (flow / canal.Cells / volume) + (loss * (1 - ThroughMeninges(analyte))));
            matrix.Flow(plasma, fluid, loss * drug.Unbound * volume / plasmas[analyte].VolumeMl);
            var store = TissueStore(cell, analyte);
            if (store > 0)
            {
                var tissue = layout.Local(LocalKind.Tissue, cell, analyte);
                matrix.Flow(fluid, tissue, drug.CordPerHour);
                matrix.Flow(tissue, fluid, drug.CordPerHour / store);
            }

            if (drug.Epidural is { } epidural)
            {
                AddEpidural(matrix, epidural, cell, analyte, loss);
            }
        }
    }

    /// <summary>What a drug that is not known in the epidural space loses goes to the blood at once.</summary>
    private double ThroughMeninges(int analyte) => analytes[analyte].Epidural is null ? 0 : analytes[analyte].MeningealShare;

    private void AddEpidural(RateMatrix.Builder matrix, EpiduralKinetics kinetics, int cell, int analyte, double loss)
    {
        var crossing = Math.Min(kinetics.MeningesShare * body.Variation.Crossing, 0.9 * (1 - kinetics.FatShare));
        var (space, fluid) = (layout.Local(LocalKind.Epidural, cell, analyte), layout.Fluid(cell, analyte));
        var (fat, meninges) = (layout.Local(LocalKind.Fat, cell, analyte), layout.Local(LocalKind.Meninges, cell, analyte));
        matrix.Flow(fluid, space, loss * ThroughMeninges(analyte));
        matrix.Flow(space, layout.Common(CommonKind.Plasma, analyte), kinetics.ExitPerHour * (1 - kinetics.FatShare - crossing));
        matrix.Flow(space, fat, kinetics.ExitPerHour * kinetics.FatShare);
        matrix.Flow(fat, space, kinetics.FatPerHour);
        matrix.Flow(space, meninges, kinetics.ExitPerHour * crossing);
        matrix.Flow(meninges, fluid, kinetics.MeningesPerHour);
    }

    private void AddCranium(RateMatrix.Builder matrix, int analyte, double spinalFlow)
    {
        var drug = analytes[analyte];
        var cranium = body.Cranium;
        var (ventricles, cistern) = (layout.Common(CommonKind.Ventricles, analyte), layout.Common(CommonKind.Cistern, analyte));
        var (convexity, brain) = (layout.Common(CommonKind.Convexity, analyte), layout.Common(CommonKind.Brain, analyte));
        var plasma = layout.Common(CommonKind.Plasma, analyte);
        var upward = body.Flow.ProductionMlPerHour - spinalFlow;
        matrix.Flow(ventricles, cistern, body.Flow.ProductionMlPerHour / cranium.VentriclesMl);
        matrix.Flow(cistern, convexity, (upward + cranium.MixingMlPerHour) / cranium.CisternMl);
        matrix.Flow(convexity, cistern, cranium.MixingMlPerHour / cranium.ConvexityMl);
        matrix.Flow(convexity, plasma, upward / cranium.ConvexityMl);
        var loss = LossPerHour(analyte);
        foreach (
            var (state, volume) in ((int, double)[])
                [(ventricles, cranium.VentriclesMl), (cistern, cranium.CisternMl), (convexity, cranium.ConvexityMl)]
        )
        {
            matrix.Flow(state, plasma, loss);
            matrix.Flow(plasma, state, loss * drug.Unbound * volume / plasmas[analyte].VolumeMl);
        }

        matrix.Flow(convexity, brain, drug.CordPerHour);
        matrix.Flow(brain, convexity, drug.CordPerHour / drug.CordStore);
    }

    private void AddBlood(RateMatrix.Builder matrix, int analyte)
    {
        var drug = analytes[analyte];
        var kinetics = plasmas[analyte];
        var plasma = layout.Common(CommonKind.Plasma, analyte);
        matrix.Flow(plasma, layout.Common(CommonKind.Eliminated, analyte), kinetics.ClearanceMlPerHour / kinetics.VolumeMl);
        for (var other = 0; other < kinetics.Others.Count; other++)
        {
            var (volume, exchange) = kinetics.Others[other];
            var state = layout.Common(other == 0 ? CommonKind.Plasma2 : CommonKind.Plasma3, analyte);
            matrix.Flow(plasma, state, exchange / kinetics.VolumeMl);
            matrix.Flow(state, plasma, exchange / volume);
        }

        Follow(CommonKind.Vein, drug.ArmPerHour);
        if (drug.EffectPerHour is { } effect)
        {
            Follow(CommonKind.Effect, effect);
        }

        matrix.Flow(layout.Common(CommonKind.Muscle, analyte), plasma, drug.MusclePerHour);

        void Follow(CommonKind kind, double perHour)
        {
            var state = layout.Common(kind, analyte);
            matrix.Flow(plasma, state, perHour * Small);
            matrix.Flow(state, plasma, perHour);
        }
    }

    private void AddHydrolysis(RateMatrix.Builder matrix, int analyte)
    {
        var hydrolysis = analytes[analyte].Hydrolysis!;
        for (var cell = 0; cell < canal.Cells; cell++)
        {
            matrix.Flow(layout.Fluid(cell, analyte), layout.Fluid(cell, analyte + 1), hydrolysis.FluidPerHour);
            matrix.Flow(layout.Local(LocalKind.Tissue, cell, analyte), layout.Local(LocalKind.Tissue, cell, analyte + 1), hydrolysis.FluidPerHour);
        }

        foreach (var kind in (CommonKind[])[CommonKind.Ventricles, CommonKind.Cistern, CommonKind.Convexity, CommonKind.Brain])
        {
            matrix.Flow(layout.Common(kind, analyte), layout.Common(kind, analyte + 1), hydrolysis.FluidPerHour);
        }

        matrix.Flow(layout.Common(CommonKind.Plasma, analyte), layout.Common(CommonKind.Plasma, analyte + 1), hydrolysis.PlasmaPerHour);
    }

    private SystemInput Input(Entry entry, int number)
    {
        var name = string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $"entry {number + 1}");
        SystemInput To(CommonKind kind) => new(name, [KeyValuePair.Create(layout.Common(kind, 0), 1.0)]);
        switch (entry.Route)
        {
            case EntryRoute.Intravenous:
                return To(CommonKind.Plasma);
            case EntryRoute.Intramuscular:
                return To(CommonKind.Muscle);
            case EntryRoute.Intracerebroventricular:
                return To(CommonKind.Ventricles);
            case EntryRoute.Intrathecal or EntryRoute.Epidural:
                var position = Position(entry) ?? throw new ArgumentException($"'{entry.Place}' is no place of this canal.", nameof(entry));
                var epidural = entry.Route == EntryRoute.Epidural;
                if (epidural && Drug.Epidural is null)
                {
                    throw new ArgumentException($"What becomes of {Drug.Id} in the epidural space is not known.", nameof(entry));
                }

                var spread = epidural
                    ? Spread.Epidural(entry, body.Anatomy.Epidural.FluidCm2)
                    : Spread.Intrathecal(entry, body.Spine.Fluid(position));
                return new SystemInput(
                    name,
                    [
                        .. spread
                            .Shares(canal, position, Neighbours(position))
                            .Select(share =>
                                KeyValuePair.Create(
                                    epidural ? layout.Local(LocalKind.Epidural, share.Cell, 0) : layout.Fluid(share.Cell, 0),
                                    share.Share
                                )
                            ),
                    ]
                );
            default:
                throw new ArgumentOutOfRangeException(nameof(entry), entry.Route, "Not a route.");
        }
    }
}
