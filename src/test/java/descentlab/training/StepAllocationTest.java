package descentlab.training;

import descentlab.model.Architecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import descentlab.dataset.ImageData;
import descentlab.dataset.Silhouettes;
import descentlab.model.Activation;
import descentlab.model.Crew;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Perceptron;
import descentlab.optimizer.OptimizerSpec;
import descentlab.rig.OtherJvm;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A step of training allocates nothing of its own, on no thread: the program's arrays are all there from the start. What
 * is allowed is the JVM's: vectors that its compiler has not yet turned into registers while the kernels warm up, so that
 * the least of many spans of steps counts. In a JVM of its own: in one that has tested all else before, the compiler knows the kernels
 * from so many other uses that it may never do so.
 */
class StepAllocationTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final BooleanSupplier NEVER = () -> false;
    private static final int STEPS = 20;

    /** The compiler, too, waits for a core where much else is tested. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** Bytes in a span: places in the queues of locks that were waited for. */
    private static final long ALLOWED = 2_000;

    /** Where cores meet at each of two norms on the way forth and back: nine times in a step. */
    private static final long ALLOWED_NORMED = 9 * ALLOWED;

    private static final Network NORMED =
            new Perceptron(List.of(64, 32), Activation.TANH, Norm.BATCH, Loss.SQUARED).on(28, 10);

    @ParameterizedTest
    @CsvSource({"softmax, sgd(lr=0.1)", "mlp, adam(lr=0.001)", "lenet, adagrad(lr=0.05)", "lenet-relu, 'momentum(lr=0.01)'", "norm, adam(lr=0.001)"})
    void aStepAllocatesNothing(String network, String optimizer) throws Exception {
        String told = String.join(
                "\n",
                OtherJvm.lines(StepAllocationTest.class, List.of("--add-modules", "jdk.incubator.vector"), network, optimizer));
        assertThat(told).as("bytes in %d steps", STEPS - 2).matches("\\d+");
        assertThat(Long.parseLong(told)).as("bytes in %d steps", STEPS - 2).isLessThanOrEqualTo(allowed(network));
    }

    private static long allowed(String network) {
        return network.equals("norm") ? ALLOWED_NORMED : ALLOWED;
    }

    /** Prints the least bytes of a span, by a network and an optimizer. */
    public static void main(String[] arguments) {
        System.out.println(least(arguments[0], arguments[1]));
    }

    private static long least(String network, String optimizer) {
        int batch = 64;
        ImageData data = new ImageData(
                "some",
                "Some",
                Silhouettes.standard().training().first(batch * STEPS),
                Silhouettes.standard().test().first(10));
        Training training = new Training(
                network.equals("norm") ? NORMED : Architecture.named(network).orElseThrow().on(28, 10),
                data,
                OptimizerSpec.parse(optimizer),
                // No test and no point within a span.
                new TrainingPlan(batch, 1_000_000, Integer.MAX_VALUE, 0, false),
                new Crew(1));
        long least = Long.MAX_VALUE;
        measured(training); // the test before the first epoch
        long[] threads = computing();
        for (long end = System.nanoTime() + LONGEST.toNanos(); least > allowed(network) && System.nanoTime() < end; ) {
            training.advance(NEVER); // the epoch's first step
            long before = allocated(threads);
            for (int step = 2; step < STEPS; step++) {
                training.advance(NEVER);
            }
            least = Math.min(least, allocated(threads) - before);
            training.advance(NEVER); // its last
            measured(training); // the row after it
        }
        assertThat(training.done()).as("spans were epochs").isEqualTo((training.trace().rows() - 1L) * batch * STEPS);
        return least;
    }

    /** Goes on until a row more is there. */
    private static void measured(Training training) {
        int rows = training.trace().rows();
        while (training.trace().rows() == rows) {
            training.advance(NEVER);
        }
    }

    /** The threads that compute; asked for once, since asking allocates. */
    private static long[] computing() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread == Thread.currentThread() || thread.getName().startsWith("crew-"))
                .mapToLong(Thread::threadId)
                .toArray();
    }

    private static long allocated(long[] threads) {
        long sum = 0;
        for (long thread : threads) {
            sum += THREADS.getThreadAllocatedBytes(thread);
        }
        return sum;
    }
}
