package descentlab.lesson;

import descentlab.shell.FirstScreen;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lessons' first words. */
@Component
class LessonScreens implements FirstScreen.Source {

    private static final String LIST = "lesson";
    private static final String FOLDER = LIST + "/";
    private static final List<String> STYLES = List.of("descentlab/lesson.css");

    private final Lessons lessons;

    LessonScreens(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public Optional<FirstScreen> at(String path) {
        if (path.equals(LIST)) {
            return Optional.of(new FirstScreen(LessonsView.firstScreen(lessons.all()), STYLES));
        }
        return lesson(path).map(lesson -> new FirstScreen(LessonView.firstScreen(lesson), STYLES));
    }

    @Override
    public Optional<FirstScreen> at(String path, String place) {
        return lesson(path)
                .flatMap(lesson -> lesson.sections().stream()
                        .filter(section -> section.id().equals(place))
                        .findFirst()
                        .map(section -> new FirstScreen(LessonView.firstScreen(lesson, section), STYLES)))
                .or(() -> at(path));
    }

    private Optional<Lesson> lesson(String path) {
        return path.startsWith(FOLDER) ? lessons.named(path.substring(FOLDER.length())) : Optional.empty();
    }
}
