package descentlab.exercise.page;

import descentlab.dataset.Pictures;
import descentlab.exercise.Exercises;
import descentlab.shell.FirstScreen;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The exercises' first words: which there are, and what each is about. */
@Component
class ExerciseScreens implements FirstScreen.Source {

    private static final String LIST = "exercises";
    private static final String FOLDER = LIST + "/";
    private static final List<String> STYLES = List.of("descentlab/practice.css");

    private final Pictures pictures;

    ExerciseScreens(Pictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public Optional<FirstScreen> at(String path) {
        if (path.equals(LIST)) {
            return Optional.of(new FirstScreen(ExercisesView.firstScreen(exercises().all()), STYLES));
        }
        return path.startsWith(FOLDER)
                ? exercises().named(path.substring(FOLDER.length()))
                        .map(exercise -> new FirstScreen(ExerciseView.firstScreen(exercise), STYLES))
                : Optional.empty();
    }

    private Exercises exercises() {
        return Exercises.on(pictures.best());
    }
}
