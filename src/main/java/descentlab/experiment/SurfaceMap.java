package descentlab.experiment;

/** Many descents on one surface, of which one wants to know how they end rather than how they go. */
public sealed interface SurfaceMap permits SweepExperiment, BasinExperiment, HeatExperiment, CloudExperiment {

    /** All that they have in common. */
    SurfaceExperiment race();
}
