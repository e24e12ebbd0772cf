package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import descentlab.element.Formula;
import descentlab.experiment.TrainingExperiment;
import java.util.Locale;

/** What a training that a class is shown trains, and what its axes are. */
final class TrainingCaption extends Composite<Div> {

    private final H2 title = new H2();
    private final Paragraph plan = new Paragraph();
    private final Formula loss = new Formula("L");
    private final Span across = new Span();
    private TrainingExperiment shown;

    TrainingCaption() {
        Paragraph axes = new Paragraph(new Span("Up: the loss "), loss, across);
        getContent().addClassName("training-caption");
        getContent().add(title, plan, axes);
    }

    void show(TrainingExperiment training) {
        if (training.equals(shown)) {
            return;
        }
        shown = training;
        title.setText(training.task().title() + " on " + training.task().sheet().title());
        plan.setText(plan(training));
        loss.setTex(training.task().loss());
        across.setText(" · across: epochs, one being once through all " + count(training.examples()) + " examples");
    }

    /** How it goes through the data. */
    static String plan(TrainingExperiment training) {
        return "Batches of " + count(training.plan().batch()) + ", " + Words.count(training.plan().epochs(), "epoch", "epochs")
                + (training.plan().shuffle() ? "" : ", in the order of the file");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
