package descentlab.lesson;

import descentlab.shell.NamedPage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What lessons are called, and their sections. */
@Component
class LessonNames implements NamedPage.Source {

    private static final String KIND = "Lesson";

    private final Lessons lessons;

    LessonNames(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public Optional<NamedPage> at(String path) {
        String[] place = path.split("#", 2);
        String[] folder = place[0].split("\\?", 2)[0].split("/", 2);
        if (!folder[0].equals("lesson")) {
            return Optional.empty();
        }
        if (folder.length < 2) {
            return Optional.of(new NamedPage(KIND, "All lessons"));
        }
        return lessons.named(folder[1])
                .map(lesson -> new NamedPage(KIND, lesson.title() + (place.length < 2 ? "" : section(lesson, place[1]))));
    }

    private static String section(Lesson lesson, String id) {
        return lesson.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .map(section -> ": " + section.title())
                .orElse("");
    }
}
