package descentlab.bench;

import descentlab.dataset.Airfoil;
import descentlab.model.LinearRegression;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.OptimizerSpec;
import descentlab.training.InitialParameters;
import descentlab.training.Training;
import descentlab.training.TrainingPlan;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Epochs a second of Adagrad on the airfoil data, batch 10, shuffled, one evaluation an epoch; one thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
public class TrainingBench {

    private static final int EPOCHS = 20;
    private static final TrainingPlan PLAN =
            new TrainingPlan(10, EPOCHS, Airfoil.TRAINING_ROWS, 0, true, InitialParameters.NORMAL);

    private final Optimizer adagrad = OptimizerSpec.parse("adagrad(lr=0.1)");

    @Benchmark
    @OperationsPerInvocation(EPOCHS)
    public Training airfoilEpochs() {
        Training training = new Training(new LinearRegression(), Airfoil.training(), adagrad, PLAN);
        training.finish();
        return training;
    }
}
