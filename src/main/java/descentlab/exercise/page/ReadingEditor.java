package descentlab.exercise.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.TrainingFigure;
import descentlab.exercise.ReadingPart;
import descentlab.exercise.Verdict.Mark;
import descentlab.experiment.Measured;
import descentlab.run.RunService;
import java.util.List;

/** A training on pictures, and fields for numbers to be read off it: off its layers, or off what else it measures. */
final class ReadingEditor implements AnswerEditor {

    private final EntriesEditor entries;
    private final Div whole;

    ReadingEditor(ReadingPart part, RunService runs, Runnable submit) {
        List<String> labels = part.asked().stream().map(ReadingPart.Asked::label).toList();
        entries = new EntriesEditor("What you read", labels, labels, labels.size(), submit);
        entries.component().addClassName("readings");
        TrainingFigure figure = new TrainingFigure(runs, part.experiment());
        if (Measured.by(part.experiment()).isEmpty()) {
            figure.showLayers();
        }
        whole = new Div(figure, entries.component());
        whole.addClassName("reading-lab");
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public List<String> fields() {
        return entries.fields();
    }

    @Override
    public void show(List<String> fields) {
        entries.show(fields);
    }

    @Override
    public void mark(List<Mark> marks) {
        entries.mark(marks);
    }
}
