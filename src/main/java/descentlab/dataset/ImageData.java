package descentlab.dataset;

/**
 * Pictures to train on and others to test with.
 *
 * @param name as in links
 * @param title in sentences; says so if they are synthetic
 */
public record ImageData(String name, String title, ByteImages training, ByteImages test) {}
