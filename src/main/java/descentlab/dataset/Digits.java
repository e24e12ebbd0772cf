package descentlab.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Digits written by hand (Alpaydin and Kaynak 1998; UCI Machine Learning Repository, doi 10.24432/C50P49, CC BY 4.0): 1,797 pictures
 * of 8 x 8 pixels by thirteen people, whose pixels count in 16ths how much of a block of 4 x 4 was ink. They are the part that its
 * authors test with, in its order; the first 1,500 train here and the rest, of which the last people wrote most, test.
 *
 * <p>The 17 shades are spread over the 256 of a picture: v becomes 255 v / 16, rounded.
 */
public final class Digits {

    /** Name in links. */
    public static final String NAME = "digits";

    /** Pictures to train on, from the first. */
    public static final int TRAINING = 1500;

    static final int SIDE = 8;
    static final int ALL = 1797;
    static final String RESOURCE = "optical_digits.csv";
    static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    private static final int SHADES = 16;
    private static final int WHITE = 255;

    /** What is to be known of it. */
    public static final DataSheet SHEET = new DataSheet(
            NAME,
            "Handwritten digits",
            false,
            "Digits that thirteen people wrote, 8 x 8 gray pixels. Few and small: a network is trained on them in a moment, and its"
                    + " curvature is quick to look at.",
            String.format("%,d to train on, %d to test with", TRAINING, ALL - TRAINING),
            "E. Alpaydin and C. Kaynak, Bogazici University 1998; UCI Machine Learning Repository, doi 10.24432/C50P49: the part"
                    + " that its authors test with. It is part of this application.",
            "CC BY 4.0",
            List.of(new DataSheet.Checksum(
                    RESOURCE, "SHA-256", "6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8")));

    private Digits() {}

    /** All of it, read anew. */
    static ImageData read() throws IOException {
        try (InputStream in = Digits.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the application");
            }
            return read(in);
        }
    }

    /** Reads rows of 64 pixels and a label, with commas between them. */
    static ImageData read(InputStream in) throws IOException {
        List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII)).lines().toList();
        if (lines.size() != ALL) {
            throw new IOException("expected " + ALL + " rows, got " + lines.size());
        }
        byte[] bytes = new byte[ALL * SIDE * SIDE];
        byte[] labels = new byte[ALL];
        for (int row = 0; row < ALL; row++) {
            int[] cells = cells(lines.get(row), row + 1);
            for (int i = 0; i < SIDE * SIDE; i++) {
                bytes[row * SIDE * SIDE + i] = (byte) Math.round(cells[i] * (float) WHITE / SHADES);
            }
            labels[row] = (byte) cells[SIDE * SIDE];
        }
        return new ImageData(NAME, SHEET.title(), part(bytes, labels, 0, TRAINING), part(bytes, labels, TRAINING, ALL));
    }

    private static int[] cells(String line, int number) throws IOException {
        String[] cells = line.split(",");
        if (cells.length != SIDE * SIDE + 1) {
            throw new IOException("row " + number + " has " + cells.length + " numbers instead of " + (SIDE * SIDE + 1));
        }
        try {
            int[] values = Arrays.stream(cells).mapToInt(Integer::parseInt).toArray();
            if (Arrays.stream(values).anyMatch(value -> value < 0 || value > SHADES)) {
                throw new IOException("row " + number + " has a shade beyond 0 to " + SHADES + ": " + line);
            }
            return values;
        } catch (NumberFormatException e) {
            throw new IOException("row " + number + " holds something that is no whole number: " + line, e);
        }
    }

    private static ByteImages part(byte[] bytes, byte[] labels, int from, int to) {
        return new ByteImages(
                CLASSES,
                SIDE,
                SIDE,
                Arrays.copyOfRange(bytes, from * SIDE * SIDE, to * SIDE * SIDE),
                Arrays.copyOfRange(labels, from, to));
    }
}
