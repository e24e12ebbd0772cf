package descentlab.spectrum;

import descentlab.experiment.IterationRequest;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.PowerIteration;
import descentlab.linalg.QrSteps;
import descentlab.linalg.Spectrum;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/** What {@code /api/iteration.json} says of the steps by which eigenvalues are found. Complex numbers are [re, im]. */
sealed interface IterationData {

    /**
     * Power iteration, as {@link PowerIteration} has it; what is NaN there is null.
     *
     * @param eigenvalues in the order of {@link Spectrum}
     */
    record Power(
            String method,
            double[][][] matrix,
            double[][] eigenvalues,
            String outcome,
            double[] largest,
            List<double[][]> goal,
            Double ratio,
            Double measured,
            List<Vector> steps)
            implements IterationData {}

    /** A vector of power iteration. */
    record Vector(double[][] x, double[] rayleigh, double residual, Double sine) {}

    /**
     * QR steps, as {@link QrSteps} has them; what is NaN there is null.
     *
     * @param settledAfter how many steps it took, null if it is not settled
     * @param unshifted what is below the diagonal, but for blocks, after each step without shifts
     * @param unshiftedSettledAfter how many steps it takes without shifts
     */
    record Qr(
            String method,
            double[][] eigenvalues,
            String shift,
            String outcome,
            int[] blocks,
            Double ratio,
            Double measured,
            Integer settledAfter,
            double[] unshifted,
            Integer unshiftedSettledAfter,
            List<Matrix> steps)
            implements IterationData {}

    /** A matrix of the QR steps. */
    record Matrix(double[][][] matrix, double below, double outside) {}

    static IterationData of(IterationRequest request) {
        return switch (request) {
            case IterationRequest.Power(ComplexMatrix matrix, Complex[] start, int steps) ->
                of(matrix, PowerIteration.of(matrix, start, steps));
            case IterationRequest.Qr(ComplexMatrix matrix, QrSteps.Shift shift, int steps) ->
                of(matrix, shift, QrSteps.of(matrix, shift, steps), QrSteps.of(matrix, QrSteps.Shift.NONE, steps));
        };
    }

    private static IterationData of(ComplexMatrix matrix, PowerIteration power) {
        return new Power(
                "power",
                SpectrumData.entries(matrix),
                eigenvalues(matrix),
                name(power.outcome()),
                SpectrumData.pair(power.largest()),
                power.goal().stream().map(v -> SpectrumData.pairs(Arrays.asList(v))).toList(),
                number(power.ratio()),
                number(power.measured()),
                power.steps().stream()
                        .map(step -> new Vector(
                                SpectrumData.pairs(Arrays.asList(step.x())),
                                SpectrumData.pair(step.rayleigh()),
                                step.residual(),
                                number(step.sine())))
                        .toList());
    }

    private static IterationData of(ComplexMatrix matrix, QrSteps.Shift shift, QrSteps qr, QrSteps unshifted) {
        return new Qr(
                "qr",
                eigenvalues(matrix),
                name(shift),
                name(qr.outcome()),
                qr.blocks(),
                number(qr.ratio()),
                number(qr.measured()),
                qr.settledAfter().isPresent() ? qr.settledAfter().getAsInt() : null,
                unshifted.outside(),
                unshifted.settledAfter().isPresent() ? unshifted.settledAfter().getAsInt() : null,
                IntStream.range(0, qr.matrices().size())
                        .mapToObj(k -> new Matrix(
                                SpectrumData.entries(qr.matrices().get(k)), qr.below()[k], qr.outside()[k]))
                        .toList());
    }

    private static double[][] eigenvalues(ComplexMatrix matrix) {
        return SpectrumData.pairs(Spectrum.of(matrix).values());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
