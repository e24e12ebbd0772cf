package descentlab.run;

import descentlab.training.CurvaturePortrait;
import java.util.Arrays;
import java.util.List;

/** A {@link CurvaturePortrait} as it is told; null for what was not found. */
record PortraitDetail(
        int sample,
        int parameters,
        boolean exact,
        int draws,
        double seconds,
        Double slope,
        Double correlation,
        double[] points,
        List<View> views) {

    /** Digits that are told: a canvas has fewer. */
    private static final double DIGITS = 1e5;

    private record View(
            String by,
            Double over10,
            Double over20,
            Double over100,
            Double overMean,
            Double negatives,
            Double diagonalSpread,
            double[] places,
            double[] density) {}

    static PortraitDetail of(CurvaturePortrait portrait) {
        return new PortraitDetail(
                portrait.sample(),
                portrait.parameters(),
                portrait.exact(),
                portrait.draws(),
                portrait.seconds(),
                orNull(portrait.slope()),
                orNull(portrait.correlation()),
                rounded(portrait.points()),
                portrait.views().stream()
                        .map(view -> new View(
                                view.by().name(),
                                orNull(view.over10()),
                                orNull(view.over20()),
                                orNull(view.over100()),
                                orNull(view.overMean()),
                                orNull(view.negatives()),
                                orNull(view.diagonalSpread()),
                                rounded(view.places()),
                                rounded(view.density())))
                        .toList());
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private static double[] rounded(double[] values) {
        return Arrays.stream(values).map(value -> Math.rint(value * DIGITS) / DIGITS).toArray();
    }
}
