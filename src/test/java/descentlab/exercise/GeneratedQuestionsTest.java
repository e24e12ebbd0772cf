package descentlab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.dataset.Silhouettes;
import descentlab.exercise.Verdict.Result;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.ComplexText;
import descentlab.linalg.DiagonalPreconditioning;
import descentlab.linalg.Spectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;

/**
 * Every generated question, a thousand seeds each, solved from its text by another way than it was made: eigenvalues by
 * the general solver, stable rates by descending, sensitive directions by trying all, lengths by adding up. The
 * checker has to find each such answer right, and one that is off by a percent wrong.
 */
class GeneratedQuestionsTest {

    private static final int SEEDS = 1000;

    private static void each(Exercise exercise, int index, Solver solver) {
        for (long seed = 0; seed < SEEDS; seed++) {
            CheckedPart part = (CheckedPart) exercise.part(seed * 7919 + 1, index);
            double[] solved = solver.solve(part);
            assertRight(part, solved);
            if (!(part instanceof ChoicePart)) {
                double[] off = solved.clone();
                int largest = IntStream.range(0, off.length)
                        .boxed()
                        .max((a, b) -> Double.compare(Math.abs(off[a]), Math.abs(off[b])))
                        .orElseThrow();
                off[largest] = off[largest] * 1.01 + (off[largest] == 0 ? 0.01 : 0);
                boolean direction = part.task().prompt().contains("any vector");
                assertThat(part.check(answer(direction ? turned(solved) : off)).isRight())
                        .as(part.task().prompt())
                        .isFalse();
            }
        }
    }

    private static double[] turned(double[] v) {
        return new double[] {v[0] - 0.02 * v[1], v[1] + 0.02 * v[0]};
    }

    private interface Solver {
        double[] solve(CheckedPart part);
    }

    private static Answer answer(double... values) {
        return new Answer(Arrays.stream(values).mapToObj(Double::toString).toList());
    }

    private static void assertRight(CheckedPart part, double... values) {
        Answer answer = part instanceof ChoicePart
                ? Answer.of(String.valueOf((int) values[0]))
                : answer(values);
        Verdict verdict = part.check(answer);
        assertThat(verdict.isRight())
                .as("%s answered by %s: %s", part.task().prompt(), Arrays.toString(values), verdict.message())
                .isTrue();
    }

    private static double[] eigenvalues(double[][] m) {
        return Spectrum.of(ComplexMatrix.rows(m)).values().stream()
                .mapToDouble(z -> z.getRealPart())
                .toArray();
    }

    private static double kappa(double[][] m) {
        double[] values = eigenvalues(m);
        return values[values.length - 1] / values[0];
    }

    private static double[][] matrix(CheckedPart part) {
        return Prompts.matrices(part.task().prompt()).getFirst();
    }

    /** By bisection on whether descent from (1, 0.7) grows. */
    private static double largestStableRate(double[][] m) {
        double low = 0;
        double high = 100;
        while (high - low > 1e-5 * high) {
            double rate = (low + high) / 2;
            double x = 1;
            double y = 0.7;
            double size = 1;
            double halfway = 1;
            for (int step = 0; step < 8000 && size < 1e3 && size > 1e-6; step++) {
                double gx = m[0][0] * x + m[0][1] * y;
                double gy = m[1][0] * x + m[1][1] * y;
                x -= rate * gx;
                y -= rate * gy;
                size = Math.abs(x) + Math.abs(y);
                halfway = step == 4000 ? size : halfway;
            }
            // Near the bound it grows or shrinks slowly, and what is left is the steep direction.
            if (size <= 1e-6 || size < 1e3 && size < halfway) {
                low = rate;
            } else {
                high = rate;
            }
        }
        return low;
    }

    /** The direction in which solving Qz = delta makes z longest, by trying all and then refining. */
    private static double[] mostSensitive(double[][] m) {
        double det = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        double best = 0;
        double width = Math.PI / 2;
        double middle = Math.PI / 2;
        for (int round = 0; round < 12; round++) {
            double longest = -1;
            for (int i = -40; i <= 40; i++) {
                double angle = middle + width * i / 40;
                double c = Math.cos(angle);
                double s = Math.sin(angle);
                double length =
                        Math.hypot((m[1][1] * c - m[0][1] * s) / det, (m[0][0] * s - m[1][0] * c) / det);
                if (length > longest) {
                    longest = length;
                    best = angle;
                }
            }
            middle = best;
            width /= 8;
        }
        return new double[] {Math.cos(best), Math.sin(best)};
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void drills(int level) {
        int first = 5 * (level - 1);
        each(Drills.EXERCISE, first, part -> eigenvalues(matrix(part)));
        each(Drills.EXERCISE, first + 1, part -> new double[] {kappa(matrix(part))});
        each(Drills.EXERCISE, first + 3, part -> mostSensitive(matrix(part)));
        each(Drills.EXERCISE, first + 4, GeneratedQuestionsTest::afterScaling);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void stableRates(int level) {
        each(Drills.EXERCISE, 5 * (level - 1) + 2, part -> new double[] {largestStableRate(matrix(part))});
    }

    private static double[] afterScaling(CheckedPart part) {
        if (part instanceof ChoicePart choice) {
            int[] unchanged = IntStream.range(0, choice.options().size())
                    .filter(i -> {
                        double[][] m = Prompts.matrices(choice.options().get(i).text()).getFirst();
                        return Math.abs(rescaledKappa(m) / kappa(m) - 1) < 1e-9;
                    })
                    .toArray();
            assertThat(unchanged).as(choice.options().toString()).hasSize(1);
            return new double[] {unchanged[0]};
        }
        return new double[] {rescaledKappa(matrix(part))};
    }

    private static double rescaledKappa(double[][] m) {
        DiagonalPreconditioning.Applied applied =
                (DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(ComplexMatrix.rows(m));
        return kappa(applied.matrix().realParts());
    }

    @Test
    void distances() {
        each(Distances.EXERCISE, 0, GeneratedQuestionsTest::apart);
        each(Distances.EXERCISE, 1, part -> {
            double[] apart = apart(part);
            return new double[] {Math.hypot(apart[0], apart[1])};
        });
        each(Distances.EXERCISE, 4, part -> {
            double smallest = Prompts.number(part.task().prompt(), "eigenvalues of $Q$ are $");
            return new double[] {1 / smallest};
        });
    }

    private static double[] apart(CheckedPart part) {
        String prompt = part.task().prompt();
        double denominator = Prompts.number(prompt, "U=\\tfrac{1}{");
        double[] c = new double[2];
        double[] delta = new double[2];
        double[][] u = null;
        for (double[][] m : Prompts.matrices(prompt)) {
            if (m[0].length == 2) {
                u = m;
            }
        }
        List<double[][]> columns = Prompts.matrices(prompt).stream().filter(m -> m[0].length == 1).toList();
        for (int i = 0; i < 2; i++) {
            c[i] = columns.get(0)[i][0];
            delta[i] = columns.get(1)[i][0];
        }
        double[] result = new double[2];
        for (int i = 0; i < 2; i++) {
            double uc = (u[i][0] * c[0] + u[i][1] * c[1]) / denominator;
            double ud = (u[i][0] * delta[0] + u[i][1] * delta[1]) / denominator;
            result[i] = uc - ud;
        }
        return result;
    }

    @Test
    void gerschgorin() {
        each(Gerschgorin.EXERCISE, 0, part -> {
            double[][] m = matrix(part);
            double[] discs = new double[6];
            for (int i = 0; i < 3; i++) {
                discs[2 * i] = m[i][i];
                discs[2 * i + 1] = Arrays.stream(m[i]).map(Math::abs).sum() - Math.abs(m[i][i]);
            }
            return discs;
        });
        each(Gerschgorin.EXERCISE, 1, part -> eigenvalues(matrix(part)));
    }

    /** Solved by the general solver and checked against the characteristic polynomial, det(M - z I) = 0. */
    @Test
    void eigenvaluesToBePlaced() {
        for (long seed = 0; seed < SEEDS; seed++) {
            PlacePart part = (PlacePart) Gerschgorin.EXERCISE.part(seed * 7919 + 1, 2);
            double[][] m = matrix(part);
            List<Complex> values = Spectrum.of(ComplexMatrix.rows(m)).values();
            List<String> typed = values.stream().map(z -> ComplexText.print(round(z))).toList();
            assertThat(part.check(new Answer(typed)).isRight()).as(part.task().prompt()).isTrue();
            for (String value : typed) {
                Complex z = ComplexText.parse(value).orElseThrow();
                assertThat(determinant(m, z).norm()).as("%s of %s", value, part.task().prompt()).isLessThan(1e-9);
            }
            List<String> off = new ArrayList<>(typed);
            off.set(1, ComplexText.print(round(values.get(1)).add(new Complex(0.25, 0))));
            Verdict wrong = part.check(new Answer(off));
            assertThat(wrong.isRight()).isFalse();
            assertThat(wrong.marks().stream().filter(mark -> mark.result() == Result.RIGHT)).hasSize(2);
        }
    }

    private static Complex round(Complex z) {
        return new Complex(Math.rint(z.getRealPart() * 1e6) / 1e6, Math.rint(z.getImaginaryPart() * 1e6) / 1e6);
    }

    private static Complex determinant(double[][] m, Complex z) {
        Complex a = new Complex(m[0][0]).subtract(z);
        Complex e = new Complex(m[1][1]).subtract(z);
        Complex i = new Complex(m[2][2]).subtract(z);
        return a.multiply(e.multiply(i).subtract(m[1][2] * m[2][1]))
                .subtract(new Complex(m[0][1]).multiply(i.multiply(m[1][0]).subtract(m[1][2] * m[2][0])))
                .add(new Complex(m[1][0] * m[2][1]).subtract(e.multiply(m[2][0])).multiply(m[0][2]));
    }

    @Test
    void rescaled() {
        each(Rescaled.EXERCISE, 0, part -> {
            double[][] m = matrix(part);
            double[][] scaled =
                    ((DiagonalPreconditioning.Applied) DiagonalPreconditioning.of(ComplexMatrix.rows(m)))
                            .matrix()
                            .realParts();
            return new double[] {scaled[0][0], scaled[0][1], scaled[1][0], scaled[1][1]};
        });
        each(Rescaled.EXERCISE, 1, part -> {
            double[][] m = matrix(part);
            return new double[] {m[0][0], Math.abs(m[0][1]), m[1][1], Math.abs(m[1][0])};
        });
        each(Rescaled.EXERCISE, 2, part -> {
            double r = Prompts.number(part.task().prompt(), "radius be $r=");
            return new double[] {kappa(new double[][] {{1, r}, {r, 1}})};
        });
    }

    @Test
    void decay() {
        each(GentlerDecay.EXERCISE, 0, part -> {
            String prompt = part.task().prompt();
            double g = Prompts.number(prompt, "gradient is $");
            double lr = Prompts.number(prompt, "\\eta=");
            int steps = (int) Prompts.number(prompt, "at step $");
            double s = 0;
            for (int i = 0; i < steps; i++) {
                s += g * g;
            }
            return new double[] {lr / Math.sqrt(s)};
        });
        each(GentlerDecay.EXERCISE, 3, part -> {
            String prompt = part.task().prompt();
            double m = Prompts.number(prompt, "memory $m=");
            double g = Prompts.number(prompt, "always $");
            double s = 0;
            for (int i = 0; i < 2000; i++) {
                s = m * s + g * g;
            }
            return new double[] {s};
        });
        each(RealTraining.on(Silhouettes.NAME), 3, part -> new double[] {
            0.1 / Math.sqrt(Prompts.number(part.task().prompt(), "$s="))
        });
    }

    @Test
    void realNetwork() {
        Exercise exercise = RealNetwork.on(Silhouettes.NAME);
        each(exercise, 1, part -> NetworkSolutions.momentum(part.task().prompt()).right());
        each(exercise, 3, part -> NetworkSolutions.units(part.task().prompt()).right());
        each(exercise, 4, part -> NetworkSolutions.half(part.task().prompt()).right());
    }
}
