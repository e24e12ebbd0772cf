package descentlab.progress;

/** A learner keeps as many experiments as can be kept, and all by hand. The message is for people. */
public final class NotebookFullException extends RuntimeException {

    NotebookFullException() {
        super("Your notebook is full: all of its " + Notebook.MOST + " experiments are kept by hand, named or noted. Delete"
                + " one there first.");
    }
}
