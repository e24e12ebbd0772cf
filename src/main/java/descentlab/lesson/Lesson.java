package descentlab.lesson;

import java.util.List;
import java.util.stream.Stream;

/**
 * A lesson.
 *
 * @param id its folder's name, which its address ends with
 * @param title its heading
 * @param lead what it is about, in a sentence or two of Markdown
 * @param opening what stands before its sections
 * @param sections its sections, in their order
 */
record Lesson(String id, String title, String lead, List<Block> opening, List<Section> sections) {

    Lesson {
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
    }

    /** All its blocks, those in others as well. */
    Stream<Block> blocks() {
        return Stream.concat(opening.stream(), sections.stream().flatMap(section -> section.blocks().stream()))
                .flatMap(Block::all);
    }
}
