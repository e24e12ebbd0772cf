package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.SurfaceExperiment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesSelectTest {

    private static SurfaceExperiment race(String... runs) {
        return SurfaceExperiment.read(Map.of("run", List.of(runs))).orThrow();
    }

    /** Whatever was offered before, fewer or more. */
    @Test
    void itOffersThoseOfTheRaceThatIsShown() {
        SeriesSelect select = new SeriesSelect("Of");
        assertThat(select.chosen()).isZero();
        for (SurfaceExperiment race : List.of(
                race("sgd(lr=0.1)"),
                race("sgd(lr=0.1)", "adagrad(lr=0.4)", "adam(lr=0.1)"),
                race("adagrad(lr=0.4)", "adagrad(lr=2)"),
                race("sgd(lr=0.1)"))) {
            select.offer(race);
            assertThat(select.chosen()).isEqualTo(race.runs().size() - 1);
            assertThat(select.getListDataView().getItemCount()).isEqualTo(race.runs().size());
        }
        assertThat(select.getItemLabelGenerator().apply(0)).isEqualTo("Gradient descent (rate 0.1)");
    }
}
