package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.client.Client;
import descentlab.client.Requester;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RowLedgerTest {

    private static final long MB = 1 << 20;
    private static final Client ONE = new Client("192.0.2.1");
    private static final Client OTHER = new Client("192.0.2.2");

    private final RowLedger ledger = new RowLedger(16 * MB);

    @Test
    void oneClientLeavesAsMuchToOthersAsItTakes() {
        assertThat(ledger.book(ONE, 5 * MB)).isPresent();
        assertThat(ledger.book(ONE, 5 * MB)).isPresent().map(entry -> ledger.taken()).contains(10 * MB);
        assertThat(ledger.book(ONE, 5 * MB)).isEmpty();
        assertThat(ledger.book(OTHER, 6 * MB)).isPresent();
        assertThat(ledger.book(OTHER, MB)).as("all of it is taken").isEmpty();
        assertThat(ledger.book(OTHER, RowLedger.SMALL)).as("what is small is never refused").isPresent();
    }

    @Test
    void whoIsAloneMayHaveOneThatIsLargerThanAll() {
        RowLedger.Entry huge = ledger.book(ONE, 40 * MB).orElseThrow();
        assertThat(ledger.book(OTHER, MB)).isEmpty();
        huge.close();
        assertThat(ledger.book(OTHER, MB)).isPresent();
    }

    @Test
    void itIsGivenBackOnceAllLetGo() {
        RowLedger.Entry rows = ledger.book(ONE, 8 * MB).orElseThrow();
        RowLedger.Entry reader = rows.hold();
        rows.shrink(3 * MB);
        assertThat(ledger.taken()).isEqualTo(3 * MB);
        rows.close();
        assertThat(ledger.taken()).as("somebody reads it").isEqualTo(3 * MB);
        reader.close();
        assertThat(ledger.taken()).isZero();
        assertThat(ledger.clients()).isZero();
        rows.hold(); // found just before it was forgotten
        assertThat(ledger.taken()).isEqualTo(3 * MB);
        rows.close();
        assertThat(ledger.taken()).isZero();
        assertThat(ledger.clients()).isZero();
    }

    private static SurfaceExperiment largest() {
        return SurfaceExperiment.read(Map.of(
                        "objective", List.of("rosenbrock"),
                        "start", List.of("-1,1"),
                        "steps", List.of(String.valueOf(SurfaceExperiment.MOST_STEPS)),
                        "run", List.of("adam(lr=0.001)", "adam(lr=0.002)", "adam(lr=0.003)", "adam(lr=0.004)")))
                .orThrow();
    }

    @Test
    void noLogBecomesLargerThanWhatIsBookedForIt() throws Exception {
        TrainingExperiment training = TrainingExperiment.read(Map.of(
                        "epochs", List.of("100"), "every", List.of("10"), "run", List.of("adagrad(lr=0.1)", "sgd(lr=0.01)")))
                .orThrow();
        try (ComputePool pool = RunServices.pool()) {
            RunService runs = RunServices.on(pool);
            Run race = runs.start(Requester.named("a"), largest());
            Run trained = runs.start(Requester.named("b"), training);
            while (!race.ended() || !trained.ended()) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            long ofRace = new RaceCourse(largest()).rows();
            long ofTraining = new TableCourse(training, TableTask.AIRFOIL).rows();
            assertThat(race.log().bytes()).isBetween(ofRace / 2, 2 * ofRace);
            assertThat(trained.log().bytes()).isBetween(ofTraining / 2, 2 * ofTraining);
        }
    }

    @Test
    void largeOnesThatNobodyReadsMakeRoomAndOthersAreWaitedFor() throws Exception {
        RowLedger few = new RowLedger(20 * MB);
        try (ComputePool pool = RunServices.pool()) {
            RunService runs = RunServices.on(pool, new MemoryRunRegistry(100, 1L << 30, Duration.ofMinutes(1)), few);
            Run first = runs.start(Requester.named("a"), largest());
            while (!first.ended() || first.rows().isShared()) { // with its job, which lets go a moment later
                TimeUnit.MILLISECONDS.sleep(5);
            }
            RowLedger.Entry reader = first.rows().hold();
            assertThatExceptionOfType(TooBusyException.class)
                    .isThrownBy(() -> runs.start(Requester.named("b"), largest()))
                    .withMessageContaining("rows of this run take up to 13 MB");
            assertThat(runs.find(first.id())).isPresent();
            reader.close();
            runs.start(Requester.named("b"), largest());
            assertThat(runs.find(first.id())).as("forgotten").isEmpty();
        }
        assertThat(few.taken()).isLessThanOrEqualTo(20 * MB);
    }
}
