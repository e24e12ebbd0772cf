package descentlab.siege;

/** One way to do harm. It may be waged several times, also at several fronts at the same time. */
interface Attack {

    String name();

    /** Goes on for as long as the front holds; whatever it met with is told to the front. */
    void wage(Front front) throws Exception;
}
