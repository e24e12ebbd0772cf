package descentlab.training;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.objective.Minima;
import descentlab.objective.MinimumSearch;
import descentlab.objective.NamedObjective;
import descentlab.objective.Objectives;
import descentlab.objective.Point;
import descentlab.objective.Window;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerKind;
import descentlab.optimizer.OptimizerSpec;
import descentlab.optimizer.Optimizers;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BasinsTest {

    private static final int STEPS = 60;
    private static final long SEED = 3;

    private static NamedObjective named(String name) {
        return Objectives.named(name).orElseThrow();
    }

    private static Minima minima(NamedObjective objective) {
        return new MinimumSearch(objective).advance(() -> false).orElseThrow();
    }

    static Stream<String> methods() {
        return Stream.concat(
                Optimizers.all().stream().map(OptimizerKind::initial).map(OptimizerSpec::print),
                Stream.of(
                        "sgd(lr=0.4)",
                        "torch.adam(lr=0.1,amsgrad=true)",
                        "torch.rmsprop(lr=0.01,centered=true,momentum=0.5)",
                        "torch.adagrad(lr=0.1,initial_accumulator_value=0.5)",
                        "adagrad(lr=0.4,schedule=cosine(40))",
                        "adam(lr=0.1)~21~adam(lr=0.01,beta1=0.5,keep=true)~40~torch.nadam()"));
    }

    /** Slices end where they like, and copies go on: each row is the last of the race from that start all the same. */
    @ParameterizedTest
    @MethodSource("methods")
    void eachRowIsTheLastRowOfTheRaceFromThereToTheLastBit(String spec) {
        for (String name : new String[] {"rosenbrock", "himmelblau", "ackley"}) {
            for (double noise : new double[] {0, 0.3}) {
                Method method = MethodSpec.parse(spec);
                NamedObjective objective = named(name).rotated(20);
                Series basins = new Basins(
                        objective.function(),
                        method,
                        new StartGrid(objective.window(), 7, 5),
                        minima(objective),
                        STEPS,
                        0.01,
                        noise,
                        SEED);
                for (int piece = 0; !basins.advance(() -> true); piece++) {
                    basins = piece % 3 == 0 ? basins.copy() : basins;
                }
                Trace rows = basins.trace();
                assertThat(rows.rows()).isEqualTo(35);
                for (int row = 0; row < rows.rows(); row++) {
                    Descent race = new Descent(
                            objective.function(), method, new Point(rows.at(row, 0), rows.at(row, 1)), STEPS, noise, SEED);
                    race.finish();
                    assertThat(rows.values(row))
                            .startsWith(
                                    rows.at(row, 0),
                                    rows.at(row, 1),
                                    race.trace().last(Descent.X1),
                                    race.trace().last(Descent.X2),
                                    race.trace().last(Descent.F));
                    assertThat(Outcome.NAMES.get((int) rows.at(row, Basins.OUTCOME))).isEqualTo(race.outcome().name());
                    assertThat(Double.valueOf(rows.at(row, Basins.REACHED))).isEqualTo(firstAtMost(race, 0.01));
                }
            }
        }
    }

    /** All three objectives have 0 as their least value. */
    private static Double firstAtMost(Descent race, double goal) {
        return IntStream.range(0, race.trace().rows())
                .filter(step -> race.trace().at(step, Descent.F) <= goal)
                .mapToObj(step -> (double) step)
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void anEndIsToldByTheMinimumThatItIsNear() {
        NamedObjective himmelblau = named("himmelblau");
        Basins basins = new Basins(
                himmelblau.function(),
                OptimizerSpec.parse("sgd(lr=0.01)"),
                new StartGrid(himmelblau.window(), 9, 9),
                minima(himmelblau),
                500,
                0.01,
                0,
                0);
        basins.finish();
        Set<Point> ends = new HashSet<>();
        for (int row = 0; row < basins.trace().rows(); row++) {
            Point minimum = new Point(basins.trace().at(row, Basins.MINIMUM), basins.trace().at(row, Basins.MINIMUM + 1));
            if (!Double.isNaN(minimum.x1())) {
                assertThat(Math.hypot(
                                minimum.x1() - basins.trace().at(row, 2), minimum.x2() - basins.trace().at(row, 3)))
                        .isLessThan(1e-6);
                ends.add(minimum);
            }
        }
        assertThat(ends).containsExactlyInAnyOrderElementsOf(himmelblau.minima());
    }

    /** The first 625 are the coarse picture, and none is computed twice. */
    @ParameterizedTest
    @CsvSource({"200, 200, 625", "200, 100, 325", "100, 100, 625", "40, 30, 1200", "2, 2, 4"})
    void startsComeCoarseToFineAndEachOnce(int columns, int rows, int coarse) {
        Window window = new Window(0, columns - 1, 0, rows - 1);
        StartGrid grid = new StartGrid(window, columns, rows);
        Set<Point> starts = new HashSet<>();
        int stride = columns >= 50 ? columns / StartGrid.COARSEST : 1;
        for (int i = 0; i < grid.size(); i++) {
            starts.add(new Point(grid.x1(i), grid.x2(i)));
            if (i < coarse) {
                assertThat(Math.round(grid.x1(i)) % stride).isZero();
                assertThat(Math.round(grid.x2(i)) % stride).isZero();
            }
        }
        assertThat(starts).hasSize(columns * rows);
        assertThat(grid.size()).isEqualTo(columns * rows);
    }
}
