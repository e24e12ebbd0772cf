package descentlab.audit;

import java.util.Map;

/** Takes down what was done. Noting something never fails what is noted, and waits for nothing but a file. */
@FunctionalInterface
public interface Audit {

    /**
     * What was done.
     *
     * @param teacher the name of the teacher who did it, or to whose account it was done; empty if there is none
     * @param from the client's address; empty if it was done by nobody outside
     * @param more what else there is to say, by name
     */
    record Entry(Deed deed, String teacher, String from, Map<String, String> more) {}

    void note(Entry entry);

    /** Notes what the client does whose request is being answered. */
    default void note(Deed deed, String teacher) {
        note(deed, teacher, Map.of());
    }

    /** Notes what the client does whose request is being answered. */
    default void note(Deed deed, String teacher, Map<String, String> more) {
        note(new Entry(deed, teacher, Caller.address(), more));
    }
}
