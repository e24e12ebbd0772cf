package descentlab.exercise;

import descentlab.exercise.Solutions.Solution;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.GerschgorinDisc;
import descentlab.linalg.Spectrum;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/** Solves the kinds of drills that join later; otherwise as the {@link Solutions}. */
final class LaterDrillSolutions {

    private LaterDrillSolutions() {}

    /** By the drill's title. */
    static final Map<String, Function<String, Solution>> ALL = Map.of(
            "drills/The rate that suits both", LaterDrillSolutions::bestRate,
            "drills/What the discs allow", LaterDrillSolutions::discBound,
            "drills/Three eigenvalues", LaterDrillSolutions::threeEigenvalues,
            "drills/In another unit", LaterDrillSolutions::otherUnit);

    private static double[] eigenvalues(double[][] m) {
        return Spectrum.of(ComplexMatrix.rows(m)).values().stream()
                .mapToDouble(z -> z.getRealPart())
                .toArray();
    }

    private static double kappa(double a, double b, double d) {
        double[] values = eigenvalues(new double[][] {{a, b}, {b, d}});
        return values[0] > 1e-9 ? values[1] / values[0] : Double.NaN;
    }

    private static Solution bestRate(String prompt) {
        double[] values = eigenvalues(Prompts.matrices(prompt).getFirst());
        double s = values[0];
        double l = values[1];
        double v = 2 / (s + l);
        return Solutions.of(
                Mistakes.of(v)
                        .usual()
                        .add("largest stable", "largest stable", 2 / l)
                        .add("one over the largest", "steep direction is solved", 1 / l)
                        .add("one over the smallest", "flat direction is solved", 1 / s)
                        .add("bound of the flat direction", "bound of the flat", 2 / s)
                        .add("difference", "difference", 2 / (l - s))
                        .add("product", "product", 2 / (l * s))
                        .add("sum", "sum", s + l),
                v);
    }

    private static Solution discBound(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double v = Double.NEGATIVE_INFINITY;
        double least = Double.POSITIVE_INFINITY;
        double radius = 0;
        double unsigned = Double.NEGATIVE_INFINITY;
        double larger = Double.NEGATIVE_INFINITY;
        for (GerschgorinDisc disc : GerschgorinDisc.ofRows(ComplexMatrix.rows(m))) {
            double center = disc.center().getRealPart();
            double[] row = m[disc.index()];
            v = Math.max(v, center + disc.radius());
            least = Math.min(least, center - disc.radius());
            radius = Math.max(radius, disc.radius());
            unsigned = Math.max(unsigned, Arrays.stream(row).sum());
            double[] others = row.clone();
            others[disc.index()] = 0;
            larger = Math.max(larger, center + Arrays.stream(others).map(Math::abs).max().orElseThrow());
        }
        double center = Math.max(m[0][0], Math.max(m[1][1], m[2][2]));
        return Solutions.bound(
                Mistakes.of(v)
                        .usual()
                        .add("largest center", "center", center)
                        .add("largest radius", "radius", radius)
                        .add("lower bound", "lower", least)
                        .add("signs kept", "absolute", unsigned)
                        .add("larger entry only", "both", larger)
                        .add("of different rows", "same row", center + radius)
                        .add("trace", "trace", m[0][0] + m[1][1] + m[2][2]),
                v);
    }

    private static Solution threeEigenvalues(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double[] values = eigenvalues(m);
        int i = Arrays.stream(new int[] {0, 1, 2})
                .filter(row -> Arrays.stream(m[row]).filter(each -> each != 0).count() == 1)
                .findFirst()
                .orElseThrow();
        int j = i == 0 ? 1 : 0;
        int k = 3 - i - j;
        double alone = m[i][i];
        double trace = m[j][j] + m[k][k];
        double det = m[j][j] * m[k][k] - m[j][k] * m[k][j];
        double root = Math.sqrt(trace * trace - 4 * det);
        return Solutions.of(
                Mistakes.of(values)
                        .add("twice", "twice", Arrays.stream(values).map(each -> 2 * each).toArray())
                        .add("half", "half", Arrays.stream(values).map(each -> each / 2).toArray())
                        .add("diagonal", "diagonal", m[0][0], m[1][1], m[2][2])
                        .add("trace and determinant", "trace", alone, trace, det)
                        .add("root not halved", "halved", trace / 2 - root, trace / 2 + root, alone)
                        .add("added and subtracted", "added", m[j][j] + m[j][k], m[k][k] - m[j][k], alone)
                        .add("above", "off by one", Arrays.stream(values).map(each -> each + 1).toArray())
                        .add("below", "off by one", Arrays.stream(values).map(each -> each - 1).toArray()),
                values[2], values[0], values[1]);
    }

    private static Solution otherUnit(String prompt) {
        double[][] m = Prompts.matrices(prompt).getFirst();
        double unit = Prompts.number(prompt, "x_1=");
        double a = m[0][0];
        double b = m[0][1];
        double d = m[1][1];
        double[] values = eigenvalues(new double[][] {{unit * unit * a, unit * b}, {unit * b, d}});
        double v = values[1] / values[0];
        double[] diagonal = {unit * unit * a, d};
        Arrays.sort(diagonal);
        return Solutions.of(
                Mistakes.of(v)
                        .usual()
                        .add("old unit", "old unit", kappa(a, b, d))
                        .add("the other way round", "other way round", kappa(a / unit / unit, b / unit, d))
                        .add("factor once in the first entry", "squared", kappa(unit * a, unit * b, d))
                        .add("entry beside not scaled", "off the diagonal", kappa(unit * unit * a, b, d))
                        .add("largest", "largest", values[1])
                        .add("smallest", "smallest", values[0])
                        .add("diagonal", "diagonal", diagonal[1] / diagonal[0]),
                v);
    }
}
