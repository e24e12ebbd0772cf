package descentlab.practice;

import com.vaadin.flow.component.Component;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.EntriesPart;
import descentlab.exercise.GoalPart;
import descentlab.exercise.LabExperiment;
import descentlab.exercise.NumberPart;
import descentlab.exercise.OrderPart;
import descentlab.exercise.Part;
import descentlab.exercise.PredictionPart;
import descentlab.exercise.Verdict.Mark;
import descentlab.run.ImageRuns;
import descentlab.run.RunService;
import java.util.List;

/** Where an answer to a part is given. */
interface AnswerEditor {

    /** The editor for a part. */
    static AnswerEditor of(Part part, RunService runs, ImageRuns imageRuns, Runnable submit) {
        return switch (part) {
            case NumberPart number -> new NumberEditor(submit);
            case EntriesPart entries -> new EntriesEditor(entries, submit);
            case ChoicePart choice ->
                new ChoiceEditor(
                        choice.task().title(),
                        choice.options().stream().map(ChoicePart.Option::text).toList());
            case PredictionPart prediction -> new ChoiceEditor(prediction.task().title(), prediction.options());
            case OrderPart order -> new OrderEditor(order);
            case GoalPart goal -> switch (goal.initial()) {
                case LabExperiment.Surface surface -> new SurfaceGoalEditor(goal, runs);
                case LabExperiment.Training training -> new TrainingGoalEditor(goal, runs, imageRuns);
                case LabExperiment.Pictures pictures -> new PicturesGoalEditor(goal, runs, imageRuns);
            };
        };
    }

    /** What is shown. */
    Component component();

    /** The fields of the answer as they stand. */
    List<String> fields();

    /** Shows an answer given before. */
    void show(List<String> fields);

    /** Shows what was said of each field; nothing if there are no marks. */
    default void mark(List<Mark> marks) {}
}
