package descentlab.bench;

import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Optimizers;
import descentlab.optimizer.RuleForms;
import java.util.Random;
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
 * Nanoseconds for a weight of the update alone, on as many weights as LeNet has, of optimizers and of their rules; as a training takes
 * it between two of its rows, where nobody asks for rates.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@State(Scope.Thread)
public class RuleBench {

    private static final int WEIGHTS = 61_706;
    private static final double LR = 1e-6;

    @Param({
        "sgd", "momentum", "nesterov", "counter", "adagrad", "rmsprop", "adadelta", "adam", "yogi", "torch.sgd", "torch.adagrad",
        "torch.rmsprop", "torch.adadelta", "torch.adam", "torch.adamw", "torch.adamax", "torch.nadam", "torch.radam"
    })
    private String name;

    @Param({"false", "true"})
    private boolean rule;

    private final double[] x = new double[WEIGHTS];
    private final double[] g = new double[WEIGHTS];
    private descentlab.optimizer.State state;

    @Setup
    public void choose() {
        Optimizer optimizer = Optimizers.named(name)
                .map(kind -> kind.withRate(kind.initial(), LR))
                .orElseThrow();
        state = (rule ? RuleForms.of(optimizer).orElseThrow() : optimizer).start(WEIGHTS);
        Random random = new Random(1);
        for (int i = 0; i < WEIGHTS; i++) {
            x[i] = random.nextGaussian();
            g[i] = random.nextGaussian() * 1e-3;
        }
    }

    @Benchmark
    @OperationsPerInvocation(WEIGHTS)
    public double[] update() {
        state.stepUnrated(x, g);
        return x;
    }
}
