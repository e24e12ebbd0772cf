package descentlab.lesson;

import descentlab.exercise.ChoicePart;
import descentlab.prose.Prose;
import java.util.List;
import java.util.stream.Stream;

/** What a section of a lesson consists of. */
sealed interface Block {

    /** This one and those in it. */
    default Stream<Block> all() {
        return this instanceof Prediction(ChoicePart part, List<Block> then)
                ? Stream.concat(Stream.of(this), then.stream())
                : Stream.of(this);
    }

    /** A piece of text, rendered once for all who read it. */
    record Text(Prose.Html html) implements Block {}

    /**
     * A live figure.
     *
     * @param name by which the text's numbers name it; empty if it has none
     * @param link what it shows
     * @param caption Markdown
     */
    record Figure(String name, FigureLink link, String caption) implements Block {}

    /** A quick question. */
    record Check(ChoicePart part) implements Block {}

    /**
     * A question before the answer is there to see.
     *
     * @param then what is shown when a prediction has been made
     */
    record Prediction(ChoicePart part, List<Block> then) implements Block {}

    /**
     * Code from the application's own source.
     *
     * @param file name of the source file
     * @param code the part of it to show
     */
    record Source(String file, String code) implements Block {}
}
