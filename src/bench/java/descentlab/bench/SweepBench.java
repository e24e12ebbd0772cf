package descentlab.bench;

import descentlab.objective.Objective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.objective.TypedObjective;
import descentlab.optimizer.SweepSpec;
import descentlab.training.Sweep;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Milliseconds for a sweep of 41 rates by 8 optimizers at 1,000 steps; one thread. The aim is under 50. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
@State(Scope.Thread)
public class SweepBench {

    private static final int POINTS = 41;
    private static final int STEPS = 1000;

    @Param({"ellipse", "rosenbrock", "sin(x1)*cos(x2)+0.05*(x1^2+x2^2)"})
    private String objective;

    private Objective function;
    private List<SweepSpec> specs;

    @Setup
    public void choose() {
        function = Objectives.named(objective)
                .map(entry -> entry.function())
                .orElseGet(() -> TypedObjective.parse(objective));
        specs = Stream.of("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "yogi")
                .map(name -> SweepSpec.parse(name + "(lr=0.001..10)"))
                .toList();
    }

    @Benchmark
    public double sweep() {
        double sum = 0;
        for (SweepSpec spec : specs) {
            Sweep sweep = new Sweep(function, spec, POINTS, new Point(-5, -2), STEPS, 0, 0);
            sweep.finish();
            sum += sweep.trace().at(0, Sweep.F);
        }
        return sum;
    }
}
