package descentlab.dataset;

import java.util.List;

/** Gray pictures of one size, each of one class. Implementations are immutable and may be shared between threads. */
public interface Images {

    /** Names of the classes, by label. */
    List<String> classes();

    /** Number of pictures. */
    int count();

    /** Pixels from left to right. */
    int width();

    /** Pixels from top to bottom. */
    int height();

    /** Class of a picture. */
    int label(int index);

    /**
     * Writes a picture's gray values, 0 to 1, row by row.
     *
     * @param index of the picture
     * @param into receives them
     * @param at where the first row starts
     * @param stride from the start of a row to that of the next
     */
    void pixels(int index, float[] into, int at, int stride);
}
