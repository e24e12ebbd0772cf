package descentlab.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * NASA's airfoil self-noise measurements (Brooks, Pope and Marcolini 1989; UCI Machine Learning Repository,
 * doi 10.24432/C5VW2C, CC BY 4.0): 1503 wind-tunnel runs, five features, and the scaled sound pressure level in dB.
 *
 * <p>Every column, the target's too, is standardized by the mean and population deviation of all 1503 rows; the
 * first 1500 rows are for training.
 */
public final class Airfoil {

    /** Name in links. */
    public static final String NAME = "airfoil";

    /** Rows in the file. */
    public static final int ROWS = 1503;

    /** Rows for training, from the first. */
    public static final int TRAINING_ROWS = 1500;

    static final String RESOURCE = "airfoil_self_noise.dat";
    static final String SHA_1 = "76e5be1548fd8222e5074cf0faae75edff8cf93f";

    /** What is to be predicted. */
    public static final String TARGET = "scaled sound pressure level (dB)";

    private static final List<String> FEATURES = List.of(
            "frequency (Hz)",
            "angle of attack (deg)",
            "chord length (m)",
            "free-stream velocity (m/s)",
            "displacement thickness (m)");
    private static final int COLUMNS = FEATURES.size() + 1;

    /** What is to be known of it. */
    public static final DataSheet SHEET = new DataSheet(
            NAME,
            "Airfoil self-noise",
            false,
            "Wind-tunnel measurements by NASA: five features, and the sound pressure level to predict. All are"
                    + " standardized for training.",
            ROWS + ", of which the first " + TRAINING_ROWS + " train",
            "T. Brooks, D. Pope and M. Marcolini, NASA 1989; UCI Machine Learning Repository, doi"
                    + " 10.24432/C5VW2C. It is part of this application, unchanged.",
            "CC BY 4.0",
            List.of(new DataSheet.Checksum(RESOURCE, "SHA-1", SHA_1)));

    /** Read when it is first asked for, so that its name and sizes can be had without it. */
    private static final class Standard {
        private static final Table TRAINING = training(load());
    }

    private Airfoil() {}

    /** The standardized training rows; read once, shared, not to be written. */
    public static Table training() {
        return Standard.TRAINING;
    }

    /**
     * The first rows as they were measured: the features in the order of their names, then the target.
     *
     * @param count of rows, at most {@link #ROWS}
     */
    public static List<double[]> measured(int count) {
        double[] values = load();
        return IntStream.range(0, count)
                .mapToObj(row -> Arrays.copyOfRange(values, row * COLUMNS, (row + 1) * COLUMNS))
                .toList();
    }

    private static double[] load() {
        try (InputStream in = Airfoil.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the application");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads tab-separated rows of six numbers, row-major. */
    static double[] read(InputStream in) throws IOException {
        List<double[]> rows = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                rows.add(row(line, rows.size() + 1));
            }
        }
        if (rows.size() != ROWS) {
            throw new IOException("expected " + ROWS + " rows, got " + rows.size());
        }
        return rows.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] row(String line, int number) throws IOException {
        String[] cells = line.strip().split("\t");
        if (cells.length != COLUMNS) {
            throw new IOException("row " + number + " has " + cells.length + " columns instead of " + COLUMNS);
        }
        try {
            return Arrays.stream(cells).mapToDouble(Double::parseDouble).toArray();
        } catch (NumberFormatException e) {
            throw new IOException("row " + number + " holds something that is no number: " + line, e);
        }
    }

    private static Table training(double[] values) {
        Standardization.columns(values, COLUMNS);
        int width = FEATURES.size();
        double[] features = new double[TRAINING_ROWS * width];
        double[] targets = new double[TRAINING_ROWS];
        for (int row = 0; row < TRAINING_ROWS; row++) {
            System.arraycopy(values, row * COLUMNS, features, row * width, width);
            targets[row] = values[row * COLUMNS + width];
        }
        return new Table(NAME, FEATURES, features, targets);
    }
}
