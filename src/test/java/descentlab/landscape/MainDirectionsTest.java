package descentlab.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import descentlab.golden.Golden;
import descentlab.model.Activation;
import descentlab.model.Architecture;
import descentlab.model.Loss;
import descentlab.model.Network;
import descentlab.model.Norm;
import descentlab.model.Parameter;
import descentlab.model.Perceptron;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Main directions are those of an SVD; planes go where they say; a random walk has the shares that are proved of it. */
class MainDirectionsTest {

    private static final JsonNode GOLDEN = Golden.read("landscape.json").get("directions");

    private static Path path(float[]... points) {
        return new Path(points, IntStream.range(0, points.length).mapToDouble(i -> i).toArray());
    }

    private static Path reference() {
        int size = GOLDEN.get("size").asInt();
        return path(IntStream.range(0, GOLDEN.get("count").asInt())
                .mapToObj(p -> {
                    float[] point = new float[size];
                    for (int j = 0; j < size; j++) {
                        point[j] = (float) (Math.sin(0.1 * p * (1 + j % 5)) + 0.02 * Math.cos((double) p * j));
                    }
                    return point;
                })
                .toArray(float[][]::new));
    }

    private static Gram gram(List<float[]> points) {
        Gram gram = new Gram(points);
        while (!gram.goOn(() -> true)) {
            // on
        }
        return gram;
    }

    private static Plane plane(PlaneKind kind, List<Path> paths, List<Parameter> parameters) {
        List<float[]> points = paths.stream().flatMap(path -> Arrays.stream(path.points())).toList();
        PlaneSearch search = new PlaneSearch(kind, paths, points, parameters, gram(points), new Random(1));
        while (!search.goOn(() -> true)) {
            // on
        }
        return search.plane();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    @Test
    void sharesCoordinatesAndDistancesAreThoseOfAnSvd() {
        Path path = reference();
        MainDirections main = MainDirections.of(gram(List.of(path.points())).centered(0, path.points().length));
        double[] shares = Golden.numbers(GOLDEN.get("shares"));
        assertThat(main.share(0)).isCloseTo(shares[0], within(1e-9));
        assertThat(main.share(1)).isCloseTo(shares[1], within(1e-9));
        Plane plane = plane(PlaneKind.PATH, List.of(path), List.of());
        double[][] two = {Golden.numbers(GOLDEN.get("first")), Golden.numbers(GOLDEN.get("second"))};
        double[] signs = {Math.signum(two[0][13] - two[0][0]), Math.signum(two[1][13] - two[1][0])};
        for (int i = 0; i < path.points().length; i++) {
            Plane.Foot foot = plane.foot(path.points()[i]);
            assertThat(foot.x()).isCloseTo(signs[0] * two[0][i], within(1e-9));
            assertThat(foot.y()).isCloseTo(signs[1] * two[1][i], within(1e-9));
            assertThat(foot.off()).isCloseTo(GOLDEN.get("off").get(i).asDouble(), within(1e-9));
        }
    }

    /** A small product beside large ones comes out by cancellation, where a sum in another order is another number. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whereAllPointsAreCenteredTheirProductsAreTheSameBothWays(long seed) {
        Random random = new Random(seed);
        float[][] points = new float[60][50];
        for (int i = 1; i < points.length; i++) {
            for (int k = 0; k < points[i].length; k++) {
                points[i][k] = points[i - 1][k] + (float) random.nextGaussian();
            }
        }
        double[][] centered = gram(List.of(points)).centered(5, points.length);
        for (int i = 0; i < centered.length; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(centered[i][j]).as("%d, %d", i, j).isEqualTo(centered[j][i]);
            }
            assertThat(Arrays.stream(centered[i]).sum()).isCloseTo(0, within(1e-12 * centered[i][i] * centered.length));
        }
        MainDirections main = MainDirections.of(centered);
        assertThat(main.share(0) + main.share(1)).isBetween(0.0, 1 + 1e-12);
    }

    @ParameterizedTest
    @EnumSource(names = {"PATH", "ENDS"})
    void directionsAtTrueScaleAreOrthonormalEvenWhereThereIsNone(PlaneKind kind) {
        float[] here = {1, 2, 3, 4};
        float[] there = {2, 2, 3, 4};
        for (List<Path> paths : List.of(
                List.of(path(here)), List.of(path(here, here)), List.of(path(here, there)),
                List.of(path(here, there), path(here, there)), List.of(reference()), List.of(reference(), reference(), reference()))) {
            Plane plane = plane(kind, paths, List.of());
            assertThat(dot(plane.u(), plane.u())).isCloseTo(1, within(1e-12));
            assertThat(dot(plane.v(), plane.v())).isCloseTo(1, within(1e-12));
            assertThat(dot(plane.u(), plane.v())).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void threeEndsLieOnTheirPlane() {
        float[] start = {0, 0, 0, 0, 0};
        Path first = path(start, new float[] {1, 5, 0, 0, 1}, new float[] {1, 2, 3, 4, 5});
        Path second = path(start, new float[] {7, 5, 0, 0, 1}, new float[] {-1, 2, 0, 4, 1});
        Path third = path(start, new float[] {3, 3, 3, 3, -9});
        for (List<Path> paths : List.of(List.of(first, second, third), List.of(first, second))) {
            Plane plane = plane(PlaneKind.ENDS, paths, List.of());
            paths.forEach(path -> assertThat(plane.foot(path.end()).off()).isCloseTo(0, within(1e-12)));
            assertThat(plane.foot(start).off() < 1e-12).isEqualTo(paths.size() == 2);
        }
        Plane alone = plane(PlaneKind.ENDS, List.of(first), List.of());
        for (float[] point : first.points()) {
            assertThat(alone.foot(point).off()).isCloseTo(0, within(1e-12));
        }
    }

    static Stream<Network> networks() {
        return Stream.of(
                Architecture.LENET.on(28, 10),
                new Perceptron(List.of(9, 7), Activation.TANH, Norm.BATCH, Loss.CROSS_ENTROPY).on(14, 10));
    }

    /** Biases, and what a norm scales and shifts by, stay as they are. */
    @ParameterizedTest
    @MethodSource("networks")
    void randomDirectionsAreNormalisedByFilters(Network network) {
        double[] w = new double[network.size()];
        network.initialize(w, new Random(2));
        double[] direction = PlaneSearch.filterNormalized(w, network.parameters(), new Random(3));
        for (Parameter parameter : network.parameters()) {
            for (int from = parameter.offset(); from < parameter.end(); from += parameter.fanIn()) {
                double[] own = Arrays.copyOfRange(w, from, from + parameter.fanIn());
                double[] drawn = Arrays.copyOfRange(direction, from, from + parameter.fanIn());
                assertThat(dot(drawn, drawn)).isCloseTo(parameter.vector() ? 0 : dot(own, own), within(1e-12));
            }
        }
        float[] end = new float[w.length];
        for (int i = 0; i < end.length; i++) {
            end[i] = (float) w[i];
        }
        Plane.Foot foot = plane(PlaneKind.RANDOM, List.of(path(new float[w.length], end)), network.parameters()).foot(end);
        assertThat(foot.x()).isZero();
        assertThat(foot.y()).isZero();
        assertThat(foot.off()).isZero();
    }

    @Test
    void aRandomWalkSeemsToLieInTwoDirections() {
        RandomWalk walk = new RandomWalk(150, 20_000, new Random(4));
        while (!walk.goOn(() -> true)) {
            // on
        }
        assertThat(walk.shares().first()).isCloseTo(6 / (Math.PI * Math.PI), within(0.02));
        assertThat(walk.shares().second()).isCloseTo(6 / (4 * Math.PI * Math.PI), within(0.01));
        assertThat(walk.shares().x()).hasSize(150);
        assertThat(Arrays.stream(walk.shares().x()).map(x -> x * x).sum()).isCloseTo(walk.shares().first(), within(1e-9));
    }

    @Test
    void aPathWithoutPointsIsNone() {
        assertThatThrownBy(() -> path()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Path(new float[2][3], new double[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlicePlan(PlaneKind.PATH, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SlicePlan(PlaneKind.PATH, 2001)).isInstanceOf(IllegalArgumentException.class);
    }
}
