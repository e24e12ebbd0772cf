package descentlab.owndata;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import descentlab.controls.ParameterFields;
import descentlab.dataset.CsvLayout;
import descentlab.experiment.OwnModel;
import descentlab.experiment.OwnParameters;
import descentlab.experiment.OwnTask;
import descentlab.experiment.TrainingExperiment;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a file is written down: as it was guessed, until somebody knows better. What nobody touched stays a guess, so that it follows
 * what was said of the rest, and links do not say it.
 */
final class LayoutFields extends Section {

    /** A link has a target and rows; here they are nothing to anybody. */
    private static final String ANY_TARGET = "any";

    private static final int ANY_ROWS = 2;

    private final String key;
    private final Consumer<CsvLayout.Wish> changed;
    private final ParameterFields<TrainingExperiment> fields =
            new ParameterFields<>(TrainingExperiment.class, OwnParameters.LAYOUT_FIELDS, this::change);
    private CsvLayout.Wish wish = CsvLayout.Wish.NONE;
    private CsvLayout.Wish shown = CsvLayout.Wish.NONE;

    /** @param changed told what is known better, at each change by hand */
    LayoutFields(String key, Consumer<CsvLayout.Wish> changed) {
        this.key = key;
        this.changed = changed;
        addClassName("examples");
        Div place = new Div(fields);
        place.addClassName("shaping");
        add(new H2("How it is written down"),
                new Paragraph("Guessed from its first hundred rows. Where that is wrong, say it here."), place);
    }

    /** Shows how the file was read. */
    void show(CsvLayout layout) {
        shown = new CsvLayout.Wish(
                Optional.of(layout.delimiter()), Optional.of(layout.decimalComma()), Optional.of(layout.header()));
        OwnTask any = OwnParameters.usual(key, OwnModel.LINEAR, ANY_TARGET, ANY_ROWS);
        fields.show(any.withShaping(any.shaping().with(shown)).initial());
    }

    private void change(TrainingExperiment said) {
        CsvLayout.Wish now = ((OwnTask) said.task()).shaping().wish();
        wish = new CsvLayout.Wish(
                now.delimiter().equals(shown.delimiter()) ? wish.delimiter() : now.delimiter(),
                now.decimalComma().equals(shown.decimalComma()) ? wish.decimalComma() : now.decimalComma(),
                now.header().equals(shown.header()) ? wish.header() : now.header());
        shown = now;
        fields.show(said);
        changed.accept(wish);
    }
}
