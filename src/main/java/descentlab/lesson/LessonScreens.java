package descentlab.lesson;

import descentlab.shell.FirstScreen;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lessons' first words. */
@Component
class LessonScreens implements FirstScreen.Source {

    private static final String FOLDER = "lesson/";

    private final Lessons lessons;

    LessonScreens(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public Optional<FirstScreen> at(String path) {
        return path.startsWith(FOLDER)
                ? lessons.named(path.substring(FOLDER.length()))
                        .map(lesson -> new FirstScreen(LessonView.firstScreen(lesson), List.of("descentlab/lesson.css")))
                : Optional.empty();
    }
}
