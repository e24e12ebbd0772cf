package descentlab.run;

import descentlab.client.Requester;
import java.util.List;
import java.util.Optional;

/** Finds runs by their id. */
interface RunRegistry {

    /**
     * Takes a run in; older ones may have to go.
     *
     * @return that run, or one of its id that is in already
     */
    Run add(Run run);

    /** The run of that id, if it is still kept; marks it as used. */
    Optional<Run> find(RunId id);

    /** The owner's latest run of that experiment, if it is still kept. */
    Optional<Run> find(Requester owner, String experiment);

    /** All that an owner has, by the owner's name. */
    List<Run> of(String owner);

    /** Forgets a run; readers that have its log read on. */
    void remove(RunId id);

    /**
     * Forgets the longest unused one of those that have ended and whose rows are booked, unless somebody reads it.
     *
     * @return whether there was one
     */
    boolean forgetOneLarge();

    /** Number of runs kept. */
    int size();

    /** Bytes of their frames. */
    long bytes();
}
