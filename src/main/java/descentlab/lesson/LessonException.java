package descentlab.lesson;

/** A lesson's file cannot be understood; the message names the file, the line where there is one, and what was expected. */
final class LessonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** @param line from 1; 0 if it is the file as a whole */
    LessonException(String file, int line, String what) {
        super(file + (line > 0 ? ", line " + line : "") + ": " + what);
    }
}
