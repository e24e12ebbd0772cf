package descentlab.lesson;

import descentlab.exercise.ChoicePart;
import descentlab.experiment.Experiment;
import descentlab.prose.Prose;

/** What a section of a lesson consists of. */
sealed interface Block {

    /** A piece of text, rendered once for all who read it. */
    record Text(Prose.Html html) implements Block {}

    /**
     * A live figure.
     *
     * @param experiment what it shows
     * @param caption Markdown
     */
    record Figure(Experiment experiment, String caption) implements Block {}

    /** A quick question. */
    record Check(ChoicePart part) implements Block {}

    /**
     * Code from the application's own source.
     *
     * @param file name of the source file
     * @param code the part of it to show
     */
    record Source(String file, String code) implements Block {}
}
