package descentlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.LabRates.Proposal;
import descentlab.objective.Objectives;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.training.Descent;
import descentlab.training.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which rates the lab fits to another objective, and which it leaves alone. */
class LabRatesTest {

    private static SurfaceExperiment on(String objective, List<Method> runs) {
        return SurfaceExperiment.read(Map.of("objective", List.of(objective))).orThrow().withRuns(runs);
    }

    private static List<String> specs(Proposal proposal) {
        return proposal.experiment().runs().stream().map(MethodSpec::print).toList();
    }

    private static boolean runsAway(SurfaceExperiment experiment, Method run) {
        Descent descent = new Descent(
                experiment.objective().function(),
                run,
                experiment.start(),
                experiment.steps(),
                experiment.noise(),
                experiment.seed());
        descent.advance(Integer.MAX_VALUE);
        return descent.outcome() instanceof Outcome.Diverged;
    }

    private static Proposal proposed(LabRates rates, SurfaceExperiment experiment) {
        LabRates.Search search = rates.on(experiment);
        while (true) {
            Optional<Proposal> proposal = search.advance(() -> true);
            if (proposal.isPresent()) {
                return proposal.get();
            }
        }
    }

    @Test
    void nothingOfTheLabsOwnRunsAwayOnAnyObjectiveThatHasAMinimum() {
        List<Method> first = SurfaceExperiment.initial().runs();
        long lowered = Objectives.all().stream()
                .filter(objective -> !objective.minima().isEmpty())
                .map(objective -> proposed(LabRates.initial(), on(objective.name(), first)))
                .peek(proposal -> assertThat(proposal.experiment().runs())
                        .noneMatch(run -> runsAway(proposal.experiment(), run)))
                .mapToLong(proposal -> proposal.lowered().size())
                .sum();
        assertThat(lowered).isPositive();
    }

    @Test
    void whatWasSetByHandIsLeftAlone() {
        Method byHand = MethodSpec.parse("sgd(lr=0.31)");
        SurfaceExperiment rosenbrock = on("rosenbrock", List.of(byHand));
        assertThat(runsAway(rosenbrock, byHand)).isTrue();
        Proposal proposal = proposed(LabRates.initial(), rosenbrock);
        assertThat(proposal.experiment()).isEqualTo(rosenbrock);
        assertThat(proposal.lowered()).isEmpty();
    }

    @Test
    void backOnTheFirstObjectiveTheFirstRatesAreBack() {
        List<Method> first = SurfaceExperiment.initial().runs();
        Proposal there = proposed(LabRates.initial(), on("rosenbrock", first));
        assertThat(there.lowered()).isNotEmpty();
        Proposal back = proposed(there.rates(), on("ellipse", there.experiment().runs()));
        assertThat(specs(back)).isEqualTo(first.stream().map(MethodSpec::print).toList());
        assertThat(back.lowered()).isEmpty();
    }

    @Test
    void anOptimizerThatWasAddedAsItComesCountsAsUntouched() {
        Method added = MethodSpec.parse("momentum()");
        SurfaceExperiment beale = on("rosenbrock", List.of(added));
        Proposal proposal = proposed(LabRates.initial(), beale);
        assertThat(runsAway(proposal.experiment(), proposal.experiment().runs().getFirst())).isFalse();
    }
}
