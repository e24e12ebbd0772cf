package descentlab.model;

/** What is made of each 2 x 2 square of pixels. */
enum Pooling {
    /** Their mean. */
    AVERAGE,
    /** The largest; its gradient goes to the first of equals. */
    MAX
}
