package descentlab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinimumSearchTest {

    private static Minima of(NamedObjective objective) {
        MinimumSearch search = new MinimumSearch(objective);
        Minima found = null;
        while (found == null) {
            found = search.advance(() -> true).orElse(null);
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "ellipse, 1", "rosenbrock, 1", "beale, 1", "himmelblau, 4", "saddle, 0", "styblinski-tang, 4", "three-hump-camel, 3",
        "monkey-saddle, 0", "ravine, 1", "booth, 1", "rastrigin, 121"
    })
    void eachObjectiveHasItsMinima(String name, int count) {
        NamedObjective objective = Objectives.named(name).orElseThrow();
        assertThat(of(objective).points()).hasSize(count).containsAll(objective.minima());
    }

    /** The roots of 4 x^3 - 32 x + 5, of which the outer two are minima, solved for by bisection elsewhere. */
    @Test
    void minimaThatTheCatalogueDoesNotNameAreExact() {
        Minima found = of(Objectives.named("styblinski-tang").orElseThrow());
        assertThat(found.points().get(0).x1()).isCloseTo(-2.903534027771177, within(1e-9));
        assertThat(found.points().get(3).x1()).isCloseTo(2.7468027709908367, within(1e-9));
        assertThat(found.points().get(3).x2()).isCloseTo(2.7468027709908367, within(1e-9));
        assertThat(found.least()).isCloseTo(-78.33233140754282, within(1e-9));
        assertThat(found.values()).isSorted();
    }

    @Test
    void aTypedObjectivesAreFound() {
        Minima found = of(Objectives.of(TypedObjective.parse("(x1^2-1)^2+(x2-2)^2")));
        assertThat(found.points()).hasSize(2);
        assertThat(found.near(1.1, 2)).satisfies(point -> {
            assertThat(point.x1()).isCloseTo(1, within(1e-9));
            assertThat(point.x2()).isCloseTo(2, within(1e-9));
        });
        assertThat(found.near(0, 2)).isNull();
        assertThat(found.near(Double.NaN, 2)).isNull();
    }

    /** Rastrigin's rise about whole numbers, of which that window holds 9 and the own one 11 each way; between them all. */
    @Test
    void anotherWindowIsLookedAtToo() {
        NamedObjective rastrigin = Objectives.named("rastrigin").orElseThrow();
        Minima found = new MinimumSearch(rastrigin, new Window(2, 8.2, -1, 1)).advance(() -> false).orElseThrow();
        assertThat(found.points()).hasSize(14 * 11);
        assertThat(found.near(7.95, 0)).isNotNull();
    }

    @Test
    void turnedOnesAreTurned() {
        NamedObjective turned = Objectives.named("styblinski-tang").orElseThrow().rotated(30);
        for (Point minimum : of(turned).points()) {
            double[] g = new double[2];
            turned.function().valueAndGradient(minimum.x1(), minimum.x2(), g);
            assertThat(Math.hypot(g[0], g[1])).isLessThan(1e-6);
        }
    }
}
