package descentlab.lesson;

import java.util.List;

/**
 * A lesson.
 *
 * @param id its folder's name, which its address ends with
 * @param title its heading
 * @param lead what it is about, in a sentence or two of Markdown
 * @param sections its sections, in their order
 */
record Lesson(String id, String title, String lead, List<Section> sections) {

    Lesson {
        sections = List.copyOf(sections);
    }
}
