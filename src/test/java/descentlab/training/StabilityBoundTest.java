package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import descentlab.objective.NamedObjective;
import descentlab.objective.Objective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.objective.TypedObjective;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StabilityBoundTest {

    private static final int STEPS = 20_000;

    private static Objective objective(String name, double degrees) {
        return Objectives.named(name).orElseThrow().rotated(degrees).function();
    }

    private static Descent run(Objective objective, Optimizer optimizer, int steps) {
        Descent descent = new Descent(objective, optimizer, new Point(-5, -2), steps, 0, 0);
        descent.advance(Integer.MAX_VALUE);
        return descent;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sgd()", "momentum(beta=0)", "momentum(beta=0.9)", "momentum(beta=0.25)", "nesterov(beta=0)",
                "nesterov(beta=0.9)", "nesterov(beta=0.3)", "torch.sgd()", "torch.sgd(momentum=0.8)",
                "torch.sgd(momentum=0.8,dampening=0.4)", "torch.sgd(dampening=0.4)",
                "torch.sgd(momentum=0.8,nesterov=true)", "torch.sgd(weight_decay=3)",
                "torch.sgd(momentum=0.5,weight_decay=3,dampening=0.2)",
                "torch.sgd(momentum=0.5,weight_decay=3,nesterov=true)", "newton()", "diagonal()"
            })
    void theBoundIsSharp(String spec) {
        for (NamedObjective entry : Objectives.all()) {
            Objective objective = entry.rotated(30).function();
            Optimizer optimizer = OptimizerSpec.parse(spec);
            StabilityBound bound = StabilityBound.of(objective, optimizer).orElse(null);
            if (bound == null || bound.rate() == 0) {
                continue;
            }
            double bounded = bound.rate();
            assertThat(run(objective, at(optimizer, 0.999 * bounded), STEPS).outcome())
                    .as("%s just under the bound %s on %s", spec, bounded, entry.name())
                    .isNotInstanceOf(Outcome.Diverged.class);
            assertThat(run(objective, at(optimizer, 1.002 * bounded), STEPS).outcome())
                    .as("%s just above the bound %s on %s", spec, bounded, entry.name())
                    .isInstanceOf(Outcome.Diverged.class);
            double suggested = bound.suggestion().orElseThrow();
            assertThat(run(objective, at(optimizer, suggested), STEPS).outcome())
                    .as("%s at the suggested %s on %s", spec, suggested, entry.name())
                    .satisfiesAnyOf(
                            outcome -> assertThat(outcome).isInstanceOf(Outcome.Converged.class),
                            // With weight decay the minimum of f alone is not where it ends.
                            outcome -> assertThat(spec).contains("weight_decay"));
        }
    }

    private static Optimizer at(Optimizer optimizer, double lr) {
        return Optimizers.of(optimizer).withRate(optimizer, lr);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgd(lr=0.6)               | lr = 0.6 is above 2/λₘₐₓ = 0.5, where λₘₐₓ = 4 is the largest"
                        + " eigenvalue of the Hessian; lr = 0.25 works.",
                "momentum(lr=1,beta=0.5)   | lr = 1 is above 2(1 + beta)/λₘₐₓ = 0.75, where",
                "nesterov(lr=1,beta=0.5)   | lr = 1 is above 2(1 + beta)/((1 + 2 beta) λₘₐₓ) = 0.375, where",
                "torch.sgd(lr=1,weight_decay=1) | lr = 1 is above 2/(λₘₐₓ + weight_decay) = 0.4, where",
                "newton(lr=2.5)            | lr = 2.5 is above 2; lr = 1 works.",
                "diagonal(lr=2.5)          | lr = 2.5 is above 2/λₘₐₓ = 2, where λₘₐₓ = 1 is",
            })
    void isSaidWithItsNumbers(String spec, String sentence) {
        Optimizer optimizer = OptimizerSpec.parse(spec.strip());
        StabilityBound bound = StabilityBound.of(objective("ellipse", 0), optimizer).orElseThrow();
        assertThat(bound.crossedBy(optimizer.lr())).isTrue();
        assertThat(bound.sentence(optimizer.lr())).startsWith(sentence);
        Outcome outcome = run(objective("ellipse", 0), optimizer, 2_000).outcome();
        assertThat(outcome.explanation()).contains(sentence);
        assertThat(((Outcome.Diverged) outcome).suggestedRate()).isEqualTo(bound.suggestion());
    }

    @Test
    void rotationKeepsItAndThePrintedObjectiveHalvesIt() {
        Optimizer sgd = OptimizerSpec.parse("sgd()");
        assertThat(rate(objective("ellipse", 45), sgd)).isCloseTo(0.5, within(1e-15));
        assertThat(rate(objective("rotated", 0), sgd)).isCloseTo(0.25, within(1e-15));
        assertThat(rate(TypedObjective.parse("0.1*(x1+x2)^2+2*(x1-x2)^2"), sgd)).isCloseTo(0.25, within(1e-15));
    }

    private static double rate(Objective objective, Optimizer optimizer) {
        return StabilityBound.of(objective, optimizer).orElseThrow().rate();
    }

    @Test
    void isSilentWhereThereIsNone() {
        assertThat(StabilityBound.of(objective("rosenbrock", 0), OptimizerSpec.parse("sgd()"))).isEmpty();
        assertThat(StabilityBound.of(objective("ellipse", 0), OptimizerSpec.parse("adam()"))).isEmpty();
        assertThat(StabilityBound.of(objective("ellipse", 0), OptimizerSpec.parse("sgd(schedule=invsqrt(1))")))
                .isEmpty();
        assertThat(StabilityBound.of(TypedObjective.parse("3*x1"), OptimizerSpec.parse("sgd()"))).isEmpty();
        StabilityBound half = StabilityBound.of(objective("ellipse", 0), OptimizerSpec.parse("sgd()")).orElseThrow();
        assertThat(half.crossedBy(0.5)).isFalse();
    }

    @Test
    void aSaddleHasNoRateToOffer() {
        Outcome outcome = run(objective("saddle", 0), OptimizerSpec.parse("sgd(lr=0.1)"), 2_000).outcome();
        assertThat(outcome.explanation()).contains("no minimum", "eigenvalue of the Hessian is -2");
        assertThat(((Outcome.Diverged) outcome).suggestedRate()).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void elsewhereARateIsFoundByTrying() {
        Descent wild = new Descent(
                objective("rosenbrock", 0), OptimizerSpec.parse("sgd(lr=0.1)"), new Point(-1.2, 1), 100, 0, 0);
        wild.advance(Integer.MAX_VALUE);
        OptionalDouble suggested = ((Outcome.Diverged) wild.outcome()).suggestedRate();
        assertThat(wild.outcome().explanation()).contains("the same run stays in bounds");
        Descent tamed = new Descent(
                objective("rosenbrock", 0),
                at(OptimizerSpec.parse("sgd()"), suggested.orElseThrow()),
                new Point(-1.2, 1),
                100,
                0,
                0);
        tamed.advance(Integer.MAX_VALUE);
        assertThat(tamed.outcome()).isNotInstanceOf(Outcome.Diverged.class);
    }

    @Test
    void aNewtonStepThatDoesNotExistEndsTheRunWithItsReason() {
        Descent newton = run(objective("ravine", 0), OptimizerSpec.parse("newton()"), 10);
        assertThat(newton.trace().rows()).isEqualTo(1);
        assertThat(newton.outcome().name()).isEqualTo("diverged");
        assertThat(newton.outcome().explanation()).contains("Step 1", "(-5.00, -2.00)", "Hessian is singular");

        Descent outside = new Descent(
                TypedObjective.parse("log(x1)"), OptimizerSpec.parse("sgd(lr=1)"), new Point(0.5, 1), 10, 0, 0);
        outside.advance(10);
        Outcome.Diverged left = (Outcome.Diverged) outside.outcome();
        assertThat(left.explanation()).contains("no longer a finite number", "stays in bounds");
        assertThat(left.suggestedRate()).isPresent();
    }
}
