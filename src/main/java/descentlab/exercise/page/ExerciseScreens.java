package descentlab.exercise.page;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinRequest;
import descentlab.controls.LearnerAccess;
import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.progress.LearnerToken;
import descentlab.progress.PartProgress;
import descentlab.progress.Progress;
import descentlab.progress.UnreadableException;
import descentlab.shell.FirstScreen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The exercises' first words: which there are, what each is about, and what it asks, with the numbers of who asks. */
@Component
class ExerciseScreens implements FirstScreen.Source {

    private static final String LIST = "exercises";
    private static final String FOLDER = LIST + "/";
    private static final List<String> STYLES = List.of("descentlab/practice.css");

    private final Pictures pictures;
    private final Progress progress;

    ExerciseScreens(Pictures pictures, Progress progress) {
        this.pictures = pictures;
        this.progress = progress;
    }

    @Override
    public Optional<FirstScreen> at(String path) {
        if (path.equals(LIST)) {
            return Optional.of(new FirstScreen(ExercisesView.firstScreen(exercises().all()), STYLES));
        }
        return exercise(path).map(exercise -> new FirstScreen(ExerciseView.firstScreen(exercise), STYLES));
    }

    @Override
    public Optional<FirstScreen> at(String path, VaadinRequest asked) {
        Optional<String> part = Optional.ofNullable(asked.getParameter(PartInTurn.PARAMETER));
        return LearnerAccess.ofFirstAnswer(asked).flatMap(learner -> own(path, learner, part)).or(() -> at(path));
    }

    @Override
    public Optional<FirstScreen> own(String path, QueryParameters query) {
        return own(path, LearnerAccess.current(), query.getSingleParameter(PartInTurn.PARAMETER));
    }

    private Optional<FirstScreen> own(String path, LearnerToken learner, Optional<String> part) {
        return exercise(path)
                .map(exercise -> PartInTurn.of(exercise, learner, standing(learner, exercise), part))
                .map(turn -> new FirstScreen(ExerciseView.firstScreen(turn), STYLES));
    }

    /** What cannot be read just now, the page itself says. */
    private Map<String, PartProgress> standing(LearnerToken learner, Exercise exercise) {
        try {
            return progress.of(learner, exercise.id());
        } catch (UnreadableException away) {
            return Map.of();
        }
    }

    private Optional<Exercise> exercise(String path) {
        return path.startsWith(FOLDER) ? exercises().named(path.substring(FOLDER.length())) : Optional.empty();
    }

    private Exercises exercises() {
        return Exercises.on(pictures.best());
    }
}
