package descentlab.bench;

import descentlab.objective.Objective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.objective.TypedObjective;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.training.Descent;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Steps a second of every optimizer on the ellipse from the catalogue and on the same function typed, each step
 * recorded; one thread.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@State(Scope.Thread)
public class OptimizerBench {

    private static final int STEPS = 1000;
    private static final double LR = 0.01;

    @Param({
        "sgd", "momentum", "nesterov", "counter", "adagrad", "rmsprop", "adadelta", "adam", "yogi", "newton",
        "diagonal", "torch.sgd", "torch.adagrad", "torch.rmsprop", "torch.adadelta", "torch.adam", "torch.adamw",
        "torch.adamax", "torch.nadam", "torch.radam"
    })
    private String name;

    @Param({"named", "typed"})
    private String objective;

    private Objective function;
    private Optimizer optimizer;

    @Setup
    public void choose() {
        function = objective.equals("typed")
                ? TypedObjective.parse("0.1*x1^2+2*x2^2")
                : Objectives.named("ellipse").orElseThrow().function();
        optimizer = Optimizers.named(name)
                .map(kind -> kind.withRate(kind.initial(), LR))
                .orElseThrow();
    }

    @Benchmark
    @OperationsPerInvocation(STEPS)
    public Descent descent() {
        Descent descent = new Descent(function, optimizer, new Point(-5, -2), STEPS, 0, 0);
        descent.advance(STEPS);
        return descent;
    }
}
