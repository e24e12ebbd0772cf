package descentlab.bench;

import descentlab.objective.Objective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.Descent;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps a second of Adagrad on the ellipse 0.1 x1^2 + 2 x2^2 from (-5, -2), each step recorded; one thread. The peer
 * is the same arithmetic and the same history written out by hand in one loop: what it is faster by is the price of
 * the abstractions.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class DescentBench {

    private static final int STEPS = 1000;
    private static final int STRIDE = 9;
    private static final double LR = 0.01;
    private static final double EPS = 1e-6;

    private Objective ellipse;
    private Optimizer adagrad;

    @Setup
    public void check() {
        ellipse = Objectives.named("ellipse").orElseThrow().function();
        adagrad = OptimizerSpec.parse("adagrad(lr=0.01)");
        double[] ours = descent().trace().values();
        double[] byHand = byHand();
        if (!Arrays.equals(ours, byHand)) {
            throw new IllegalStateException("the peer does not compute the same history");
        }
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Descent descent() {
        Descent descent = new Descent(ellipse, adagrad, new Point(-5, -2), STEPS, 0, 0);
        descent.advance(STEPS);
        return descent;
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double[] byHand() {
        double[] history = new double[(STEPS + 1) * STRIDE];
        double x1 = -5;
        double x2 = -2;
        double s1 = 0;
        double s2 = 0;
        double rate1 = Double.NaN;
        double rate2 = Double.NaN;
        for (int step = 0, at = 0; step <= STEPS; step++, at += STRIDE) {
            double g1 = 0.2 * x1;
            double g2 = 4 * x2;
            history[at] = x1;
            history[at + 1] = x2;
            history[at + 2] = 0.1 * x1 * x1 + 2 * x2 * x2;
            history[at + 3] = g1;
            history[at + 4] = g2;
            history[at + 5] = rate1;
            history[at + 6] = rate2;
            history[at + 7] = s1;
            history[at + 8] = s2;
            s1 += g1 * g1;
            s2 += g2 * g2;
            rate1 = LR / Math.sqrt(s1 + EPS);
            rate2 = LR / Math.sqrt(s2 + EPS);
            x1 -= rate1 * g1;
            x2 -= rate2 * g2;
        }
        return history;
    }
}
