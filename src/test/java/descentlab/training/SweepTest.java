package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import descentlab.objective.Objective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.SpecException;
import descentlab.optimizer.SweepSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {

    private static final Objective ELLIPSE = Objectives.named("ellipse").orElseThrow().function();
    private static final Point START = new Point(-5, -2);

    private static Trace sweep(String spec, int points, double noise) {
        Sweep sweep = new Sweep(ELLIPSE, SweepSpec.parse(spec), points, START, 100, noise, 3);
        while (!sweep.advance(() -> true)) {
            assertThat(sweep.trace().rows()).isEqualTo((int) sweep.done()).isLessThan(points);
        }
        assertThat(sweep.outcome()).isEqualTo(new Outcome.Finished());
        return sweep.trace();
    }

    private static String outcome(Trace trace, int row) {
        return Outcome.NAMES.get((int) trace.at(row, Sweep.OUTCOME));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sgd(lr=0.01..1)", "torch.adam(lr=0.001..10,amsgrad=true)", "newton(lr=0.1..4)"})
    void everyPointIsTheEndOfThatDescent(String spec) {
        SweepSpec sweep = SweepSpec.parse(spec);
        Trace swept = sweep(spec, 11, 0.1);
        assertThat(swept.rows()).isEqualTo(11);
        for (int row = 0; row < swept.rows(); row++) {
            Descent descent = new Descent(ELLIPSE, sweep.at(swept.at(row, Sweep.LR)), START, 100, 0.1, 3);
            descent.advance(Integer.MAX_VALUE);
            assertThat(swept.at(row, Sweep.F)).isEqualTo(descent.trace().last(Descent.F));
            assertThat(outcome(swept, row)).isEqualTo(descent.outcome().name());
        }
    }

    @Test
    void ratesThatWereNotTriedWhenItIsStoppedHaveNoValue() {
        Sweep sweep = new Sweep(ELLIPSE, SweepSpec.parse("sgd(lr=0.001..10)"), 9, START, 100, 0, 3);
        while (sweep.trace().rows() < 4) {
            sweep.advance(() -> true);
        }
        int tried = sweep.trace().rows();
        sweep.end(new Outcome.Cancelled());
        assertThat(sweep.outcome()).isEqualTo(new Outcome.Cancelled());
        assertThat(sweep.trace().rows()).isEqualTo(9);
        for (int row = 0; row < 9; row++) {
            assertThat(Double.isNaN(sweep.trace().at(row, Sweep.F))).isEqualTo(row >= tried);
            assertThat(outcome(sweep.trace(), row).equals("cancelled")).isEqualTo(row >= tried);
        }
    }

    @Test
    void aboveTheBoundItDiverges() {
        Trace swept = sweep("sgd(lr=0.05..5)", 21, 0);
        for (int row = 0; row < swept.rows(); row++) {
            assertThat(outcome(swept, row).equals("diverged")).isEqualTo(swept.at(row, Sweep.LR) > 0.6);
        }
    }

    @Test
    void ratesAreEvenOnALogScaleWithExactEnds() {
        double[] rates = SweepSpec.parse("sgd(lr=0.001..10)").rates(41);
        assertThat(rates).hasSize(41).startsWith(0.001).endsWith(10);
        assertThat(rates[10]).isCloseTo(0.01, within(1e-15));
        assertThat(rates[20]).isCloseTo(0.1, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "adagrad(lr=0.001..10)                  | adagrad(lr=0.001..10)",
                "adam( beta1 = 0.5, lr = 1e-4 .. 1 )    | adam(lr=0.0001..1,beta1=0.5)",
                "sgd()                                  | sgd(lr=0.001..10)",
                "sgd(lr=.5...75,schedule=step(10,0.5))  | sgd(lr=0.5..0.75,schedule=step(10,0.5))",
            })
    void isWrittenAsItIsRead(String spec, String written) {
        SweepSpec read = SweepSpec.parse(spec.strip());
        assertThat(read.print()).isEqualTo(written);
        assertThat(SweepSpec.parse(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sgd(lr=0.1)       | 7  | range of rates", "sgd(lr=1..0.1)    | 7  | smaller first",
                "sgd(lr=0..1)      | 7  | above 0", "sgd(lr=1..x)      | 10 | a number from 0",
                "sgd(lr=1..)       | 10 | a number from 0", "sgd(lr=1..1e9)    | 10 | a number from 0",
                "momentum(beta=0..1) | 14 | a number from 0",
            })
    void saysWhatIsWrongWithARange(String spec, int position, String allowed) {
        assertThatExceptionOfType(SpecException.class)
                .isThrownBy(() -> SweepSpec.parse(spec.strip()))
                .satisfies(refused -> {
                    assertThat(refused.position()).isEqualTo(position);
                    assertThat(refused.allowed()).contains(allowed);
                });
        assertThatExceptionOfType(SpecException.class).isThrownBy(() -> OptimizerSpec.parse("sgd(lr=0.1..1)"));
    }
}
