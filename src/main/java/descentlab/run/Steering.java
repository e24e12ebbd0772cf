package descentlab.run;

/** What may be done to a run that is under way. */
public enum Steering {
    /** It waits where it is. */
    PAUSE,
    /** One that waits goes on. */
    GO_ON,
    /** It ends; what it has said so far stays. */
    STOP;

    void apply(Run run) {
        switch (this) {
            case PAUSE -> run.pause();
            case GO_ON -> run.resume();
            case STOP -> run.cancel();
        }
    }
}
