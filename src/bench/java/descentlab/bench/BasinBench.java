package descentlab.bench;

import descentlab.objective.Minima;
import descentlab.objective.MinimumSearch;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.objective.TypedObjective;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.training.Basins;
import descentlab.training.StartGrid;
import java.util.concurrent.TimeUnit;
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

/**
 * Milliseconds for a basin map of 200 x 200 starts at 200 steps, and for its first coarse picture with the search for minima
 * before it; one thread. The aims are under 1,000, by Adagrad on the ellipse and on Rosenbrock, and under 300.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(3)
@State(Scope.Thread)
public class BasinBench {

    private static final int ACROSS = 200;
    private static final int STEPS = 200;
    private static final int COARSE = StartGrid.COARSEST * StartGrid.COARSEST;

    @Param({"ellipse", "rosenbrock", "himmelblau", "rastrigin", "sin(x1)*cos(x2)+0.05*(x1^2+x2^2)"})
    private String objective;

    @Param({"adagrad(lr=0.4)", "adam(lr=0.1)"})
    private String method;

    private NamedObjective function;
    private Method spec;

    @Setup
    public void choose() {
        function = Objectives.named(objective).orElseGet(() -> Objectives.of(TypedObjective.parse(objective)));
        spec = MethodSpec.parse(method);
    }

    @Benchmark
    public double whole() {
        Basins basins = basins();
        basins.finish();
        return basins.result();
    }

    @Benchmark
    public double coarse() {
        Basins basins = basins();
        while (basins.done() < COARSE) {
            basins.advance(() -> false);
        }
        return basins.result();
    }

    private Basins basins() {
        Minima minima = new MinimumSearch(function).advance(() -> false).orElseThrow();
        return new Basins(
                function.function(), spec, new StartGrid(function.window(), ACROSS, ACROSS), minima, STEPS, 0.01, 0, 0);
    }
}
