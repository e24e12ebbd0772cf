package descentlab.api;

import descentlab.anatomy.Anatomy;
import descentlab.anatomy.Dissection;
import descentlab.anatomy.Term;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import descentlab.experiment.StepRequest;
import descentlab.experiment.SurfaceExperiment;
import descentlab.optimizer.MethodSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The anatomy of a step as data.
 *
 * @param run as it stands in links
 * @param series its place in the race, from 0
 * @param optimizer who took the step, of several stages that of the stage
 */
record AnatomyData(
        String run, int series, long step, int stage, String optimizer, List<Line> terms, List<Anatomy.Link> chain) {

    /** A line of the derivation: as {@link Term} has it. */
    record Line(
            String role, String symbol, String meaning, String formula, boolean updates, List<String> numbers, double[] values) {

        private static Line of(Term term) {
            return new Line(term.role().name().toLowerCase(Locale.ROOT), term.symbol(), term.meaning(), term.formula(),
                    term.updates(), term.numbers(), term.values());
        }
    }

    /** What computes it, in portions; refuses a step that the run does not come to. */
    static Function<BooleanSupplier, Optional<AnatomyData>> of(StepRequest request) {
        SurfaceExperiment race = request.race();
        Dissection dissection = new Dissection(
                race.objective().function(), request.run(), race.start(), request.step(), race.noise(), race.seed());
        return over -> {
            try {
                return dissection.advance(over).map(anatomy -> of(request, anatomy));
            } catch (Dissection.NoSuchStep none) {
                throw new ExperimentException(new Problem("step", String.valueOf(request.step()),
                        "a step that the run takes; it ends after " + none.last(), false));
            }
        };
    }

    private static AnatomyData of(StepRequest request, Anatomy anatomy) {
        return new AnatomyData(MethodSpec.print(request.run()), request.series(), anatomy.step(), anatomy.stage(),
                anatomy.optimizer(), anatomy.terms().stream().map(Line::of).toList(), anatomy.chain());
    }
}
