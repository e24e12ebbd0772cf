package descentlab.lesson;

import descentlab.prose.Markdown;
import descentlab.shell.LinkWords;
import descentlab.shell.NamedPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What lessons are called, and their sections. */
@Component
class LessonNames implements NamedPage.Source, LinkWords.Source {

    private static final String KIND = "Lesson";
    private static final String FOLDER = "lesson";

    private final Lessons lessons;

    LessonNames(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public Optional<NamedPage> at(String path) {
        String[] place = path.split("#", 2);
        String[] folder = place[0].split("\\?", 2)[0].split("/", 2);
        if (!folder[0].equals(FOLDER)) {
            return Optional.empty();
        }
        if (folder.length < 2) {
            return Optional.of(new NamedPage(KIND, "All lessons"));
        }
        return lessons.named(folder[1])
                .map(lesson -> new NamedPage(KIND, lesson.title() + (place.length < 2 ? "" : section(lesson, place[1]))));
    }

    @Override
    public Optional<LinkWords> ofLink(String path, Map<String, List<String>> query) {
        String[] folder = path.split("/", 2);
        return folder[0].equals(FOLDER) && folder.length == 2
                ? lessons.named(folder[1])
                        .map(lesson -> new LinkWords(lesson.title() + ", a lesson", Markdown.words(lesson.lead())))
                : Optional.empty();
    }

    private static String section(Lesson lesson, String id) {
        return lesson.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .map(section -> ": " + section.title())
                .orElse("");
    }
}
