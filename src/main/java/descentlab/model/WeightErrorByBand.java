package descentlab.model;

import descentlab.dataset.ZipfText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the weights are from the true ones, by word frequency: for each band of words, band1 the most frequent, the
 * root of sum((w - w*)^2) / sum(w*^2). 1 at zero weights, 0 when all are found; the bias does not count.
 */
public final class WeightErrorByBand implements Measure {

    private final double[] truth;
    private final List<ZipfText.Band> bands;

    /** Measures against the weights that made that text. */
    public WeightErrorByBand(ZipfText text) {
        this.truth = text.weights();
        this.bands = text.bands();
    }

    @Override
    public List<String> names() {
        return IntStream.rangeClosed(1, bands.size()).mapToObj(band -> "band" + band).toList();
    }

    @Override
    public void take(double[] w, double[] into, int offset) {
        for (ZipfText.Band band : bands) {
            double squares = 0;
            double size = 0;
            for (int i = band.first(); i < band.end(); i++) {
                squares += (w[i] - truth[i]) * (w[i] - truth[i]);
                size += truth[i] * truth[i];
            }
            into[offset++] = Math.sqrt(squares / size);
        }
    }
}
