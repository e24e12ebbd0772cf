package descentlab.classroom;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Something that a teacher did with a class.
 *
 * @param what the number of a question; what was tried, and on which race; the title of a step; the link of what was shown; a
 *     training's {@link Scene.Progress}, or {@link #AGAIN}; a page's path, nothing where all came back
 */
public record Moment(Instant at, Kind kind, String what) {

    /** Characters of what, at most; the rest is left away. */
    static final int LONGEST = 400;

    /** That a training was begun once more. */
    public static final String AGAIN = "AGAIN";

    public Moment {
        at = at.truncatedTo(ChronoUnit.MILLIS); // as the disk has it
        what = what.replace('\0', ' '); // which no database keeps
        what = what.length() > LONGEST ? what.substring(0, LONGEST - 1) + "…" : what;
    }

    /** What it was. */
    public enum Kind {
        QUESTION,
        TRY,
        STEP,
        SHOW,
        TRAINING,
        VISIT
    }

    static String tried(TryTask task) {
        return task.vary().name() + " " + task.experiment().link();
    }

    /** What was varied, of a moment at which all were to try something. */
    public TryTask.Vary varied() {
        return TryTask.Vary.valueOf(what.split(" ", 2)[0]);
    }

    /** The link of what was shown or tried; nothing if it was too long to be kept, or the moment has none. */
    public Optional<String> link() {
        Optional<String> link = switch (kind) {
            case SHOW -> Optional.of(what);
            case TRY -> Optional.of(what.split(" ", 2)).filter(parts -> parts.length > 1).map(parts -> parts[1]);
            case QUESTION, STEP, TRAINING, VISIT -> Optional.empty();
        };
        return link.filter(whole -> !whole.endsWith("…"));
    }
}
