package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.ZipfText;
import descentlab.model.LogisticRegression;
import descentlab.model.WeightErrorByBand;
import descentlab.optimizer.OptimizerSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The chapter's opening claim on text whose true weights are known. */
class SparseTrainingTest {

    private static final ZipfText TEXT = ZipfText.standard();
    private static final int RAREST = 8;

    private static Training train(String spec) {
        Training training = new Training(
                new LogisticRegression(TEXT.table()),
                new WeightErrorByBand(TEXT),
                OptimizerSpec.parse(spec),
                new TrainingPlan(10, 1, 4_000, 0, true, InitialParameters.ZERO));
        training.finish();
        return training;
    }

    private static double rarest(Training training) {
        int stride = training.trace().stride();
        double[] points = training.trace().values();
        return points[(training.trace().rows() - 1) * stride + RAREST];
    }

    @Test
    void everyPointHasTheErrorOfEachBand() {
        Training training = train("adagrad(lr=0.3)");
        assertThat(training.trace().columns())
                .isEqualTo(List.of(
                        "epoch", "examples", "loss", "seconds", "band1", "band2", "band3", "band4", "band5"));
        assertThat(training.trace().rows()).isEqualTo(3);
        double[] points = training.trace().values();
        assertThat(points).hasSize(27);
        for (int band = 4; band <= RAREST; band++) {
            assertThat(points[band]).isEqualTo(1);
            assertThat(points[18 + band]).isLessThan(points[9 + band]).isPositive();
        }
    }

    @Test
    void rareWordsAreLearntBestByAdagradThenByTheCounterAndLeastByTheGlobalClock() {
        double global = rarest(train("sgd(lr=3,schedule=invsqrt(1))"));
        double counter = rarest(train("counter(lr=3)"));
        double adagrad = rarest(train("adagrad(lr=0.3)"));
        assertThat(global).isGreaterThan(0.85);
        assertThat(counter).isBetween(0.65, 0.8);
        assertThat(adagrad).isLessThan(0.6);
    }
}
