package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import descentlab.exercise.ChoicePart;
import descentlab.exercise.EntriesPart;
import descentlab.exercise.GoalPart;
import descentlab.exercise.NumberPart;
import descentlab.exercise.OrderPart;
import descentlab.exercise.Part;
import descentlab.exercise.PlacePart;
import descentlab.exercise.PredictionPart;
import descentlab.exercise.ReadingPart;
import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.WritingPart;
import descentlab.run.RunService;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Where an answer to a part is given. */
interface AnswerEditor {

    /** The editor for a part. */
    static AnswerEditor of(Part part, RunService runs, Runnable submit) {
        return switch (part) {
            case NumberPart number -> new NumberEditor(submit);
            case EntriesPart entries -> EntriesEditor.of(entries, submit);
            case ChoicePart choice ->
                new ChoiceEditor(
                        choice.task().title(),
                        choice.options().stream().map(ChoicePart.Option::text).toList(),
                        choice.order());
            case PredictionPart prediction ->
                new ChoiceEditor(
                        prediction.task().title(),
                        prediction.options(),
                        IntStream.range(0, prediction.options().size()).boxed().toList());
            case OrderPart order -> new OrderEditor(order);
            case PlacePart place -> new PlaceEditor(place);
            case ReadingPart reading -> new ReadingEditor(reading, runs, submit);
            case GoalPart goal -> new GoalEditor(goal, runs);
            case WritingPart writing -> new WritingEditor(writing, runs);
        };
    }

    /** What is shown. */
    Component component();

    /** The fields of the answer as they stand. */
    List<String> fields();

    /** Shows an answer given before. */
    void show(List<String> fields);

    /** Has somebody told of the fields whenever they change; of editors whose fields say nothing until they are checked, never. */
    default void onChange(Consumer<List<String>> told) {}

    /** Lets the answer be seen and no longer be changed. */
    default void lock() {}

    /** Shows what was said of each field; nothing if there are no marks. */
    default void mark(List<Mark> marks) {}
}
