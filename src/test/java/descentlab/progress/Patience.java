package descentlab.progress;

import java.util.concurrent.Callable;

/** Waits for what comes true by itself. */
final class Patience {

    private static final int TIMES = 3000;
    private static final int MILLIS = 10;

    /** Until it comes true; what fails counts as not yet. */
    static void await(Callable<Boolean> fact) throws InterruptedException {
        for (int i = 0; i < TIMES; i++) {
            try {
                if (fact.call()) {
                    return;
                }
            } catch (Exception notYet) {
                // again
            }
            Thread.sleep(MILLIS);
        }
        throw new AssertionError("it never came true");
    }

    private Patience() {}
}
