package descentlab.openapi;

import descentlab.api.DeclaredParameter;
import descentlab.experiment.BasinExperiment;
import descentlab.experiment.CloudExperiment;
import descentlab.experiment.HeatExperiment;
import descentlab.experiment.IterationRequest;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SweepExperiment;
import descentlab.experiment.TrainingExperiment;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of data that anybody may ask, with the parameters that their experiments declare. */
final class Endpoints {

    private static final String ONE_RUN = "adagrad(lr=0.4)";

    static final List<Endpoint> ALL = Stream.of(
                    Endpoint.rows(
                            "/api/surface",
                            "A race of optimizers, step by step. Doubles are printed so that they read back exactly.",
                            race(List.of()),
                            ONE_RUN),
                    Endpoint.rows(
                            "/api/training",
                            "A training, from 0 examples on; rows are written as they are computed.",
                            DeclaredParameter.all(TrainingExperiment.PARAMETERS),
                            "adagrad(lr=0.1)"),
                    Endpoint.rows(
                            "/api/landscape",
                            "The loss around the paths of a training on pictures, with landscape=path, ends or random.",
                            DeclaredParameter.all(TrainingExperiment.PARAMETERS),
                            "adagrad(lr=0.05)"),
                    Endpoint.rows(
                            "/api/rates",
                            "Good learning rates for a training, looked for with search=test, sweep or study.",
                            DeclaredParameter.all(TrainingExperiment.PARAMETERS),
                            "adagrad(lr=0.05)"),
                    Endpoint.rows(
                            "/api/sweep",
                            "The final f of each of a range of learning rates.",
                            race(SweepExperiment.PARAMETERS),
                            "adagrad(lr=0.001..10)"),
                    Endpoint.rows(
                            "/api/basins",
                            "Where the race ends from each of a grid of starts; start itself means nothing here.",
                            race(BasinExperiment.PARAMETERS),
                            ONE_RUN),
                    Endpoint.rows(
                            "/api/heat",
                            "The final f over the learning rate and another setting.",
                            race(HeatExperiment.PARAMETERS),
                            "momentum(lr=0.001..10,beta=0..0.99)"),
                    Endpoint.rows(
                            "/api/cloud",
                            "One race under many noises; noise has to be above 0.",
                            race(CloudExperiment.PARAMETERS),
                            ONE_RUN),
                    List.of(
                            Endpoint.document(
                                    "/api/anatomy.json",
                                    "How a step of a race was computed, line by line.",
                                    race(
                                            List.of(),
                                            asked("series", "which of the runs, from 0", "0"),
                                            asked("step", "which step, from 1", "1")),
                                    ONE_RUN),
                            Endpoint.document(
                                    "/api/spectrum.json",
                                    "Eigenvalues, Gerschgorin's discs and the condition number of a matrix.",
                                    DeclaredParameter.all(SpectrumExperiment.PARAMETERS),
                                    ""),
                            Endpoint.document(
                                    "/api/iteration.json",
                                    "Power iteration or QR steps on a matrix.",
                                    joined(SpectrumExperiment.PARAMETERS, IterationRequest.PARAMETERS),
                                    ""),
                            Endpoint.fixed("/api/optimizers", "All optimizers and schedules, with their keys.", false),
                            Endpoint.fixed(
                                    "/api/objectives", "All named objectives, and the parameters of a race.", false),
                            Endpoint.fixed("/api/data", "All data sets and models, and the parameters of a training.", false),
                            Endpoint.fixed("/api/data/airfoil.csv", "The airfoil's measurements as they were made.", true),
                            new Endpoint(
                                    "/api/data/{pictures}/{file}",
                                    "The pictures that come with the lab, silhouettes or digits, as the four files that MNIST came in, packed by gzip.",
                                    List.of(),
                                    "",
                                    false,
                                    "application/gzip")))
            .flatMap(List::stream)
            .toList();

    private Endpoints() {}

    private static List<DeclaredParameter> race(
            List<? extends LinkParameter<?, ?>> others, DeclaredParameter... more) {
        return Stream.concat(joined(SurfaceExperiment.PARAMETERS, others).stream(), Stream.of(more))
                .toList();
    }

    private static List<DeclaredParameter> joined(
            List<? extends LinkParameter<?, ?>> some, List<? extends LinkParameter<?, ?>> others) {
        return Stream.concat(DeclaredParameter.all(some).stream(), DeclaredParameter.all(others).stream())
                .toList();
    }

    /** A whole number of what the race itself has. */
    private static DeclaredParameter asked(String name, String meaning, String initial) {
        return new DeclaredParameter(
                name, meaning, "whole", "a whole number", initial, Double.valueOf(initial), null, null, null);
    }
}
