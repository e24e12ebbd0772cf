package descentlab.owndata;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.dataset.ColumnProfile;
import descentlab.dataset.CsvLayout;
import descentlab.dataset.Shaping;
import descentlab.dataset.Survey;
import descentlab.element.DropDown;
import descentlab.experiment.OwnModel;
import descentlab.experiment.OwnTask;
import descentlab.notation.Decimal;
import descentlab.notation.Typed;
import java.util.List;
import java.util.OptionalDouble;

/** Chooses what of a file is predicted from the rest, and how, and shows what becomes of it. */
final class ShapingCard extends Section {

    private static final double PENALTY = 0.1;
    private static final int HIDDEN = 16;
    private static final double TEST = 0.2;
    private static final double MOST_TEST = 0.5;
    private static final long MOST_SEED = 1L << 53;

    private final Shelf shelf;
    private final String key;
    private final Survey survey;
    private final DropDown<String> target;
    private final DropDown<OwnModel> model = new DropDown<>(DropDown.Options.of(OwnModel.ALL, ShapingCard::title));
    private final DropDown<Boolean> missing =
            new DropDown<>(DropDown.Options.of(List.of(false, true), fill -> fill ? "is filled" : "drops its row"));
    private final TextField test = new TextField("Share that tests");
    private final TextField split = new TextField("Seed of the split");
    private final Div result = new Div();

    /** Whether data is being shaped for this page: of the changes meanwhile, the last is shaped then. */
    private boolean shaping;

    private boolean changed;

    ShapingCard(Shelf shelf, String key, Survey survey) {
        this.shelf = shelf;
        this.key = key;
        this.survey = survey;
        List<String> targets = survey.columns().stream()
                .filter(column -> !column.isConstant() && column.kind() != ColumnProfile.Kind.EMPTY)
                .map(ColumnProfile::name)
                .toList();
        target = new DropDown<>(DropDown.Options.of(targets, name -> name));
        target.setLabel("To predict");
        model.setLabel("Model");
        missing.setLabel("A missing value");
        addClassName("examples");
        Div fields = new Div(target, model, missing, test, split);
        fields.addClassNames("fields", "shaping");
        add(new H2("What to learn from it"), fields, result);
        first(targets);
        target.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                model.setValue(usual(change.getValue()));
                shape();
            }
        });
        model.addValueChangeListener(change -> shapeIf(change.isFromClient()));
        missing.addValueChangeListener(change -> shapeIf(change.isFromClient()));
        test.addValueChangeListener(change -> shapeIf(change.isFromClient()));
        split.addValueChangeListener(change -> shapeIf(change.isFromClient()));
    }

    private static String title(OwnModel model) {
        return model.title() + (model.hasHiddenLayer() ? model.ofClasses() ? ", classes" : ", a number" : "");
    }

    /** The last column is what most tables end on. */
    private void first(List<String> targets) {
        missing.setValue(false);
        test.setValue(Decimal.write(TEST));
        split.setValue("0");
        if (targets.isEmpty()) {
            OwnDataView.say(result, "All columns are empty or the same in every row: there is nothing to predict.");
            return;
        }
        target.setValue(targets.getLast());
        model.setValue(usual(targets.getLast()));
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        shape();
    }

    private OwnModel usual(String name) {
        ColumnProfile column = survey.columns().get(survey.place(name).orElseThrow());
        boolean number = column.kind() == ColumnProfile.Kind.NUMBER && column.distinct() > 2;
        return number ? OwnModel.LINEAR : column.distinct() == 2 ? OwnModel.LOGISTIC : OwnModel.SOFTMAX;
    }

    private void shapeIf(boolean byHand) {
        if (byHand) {
            shape();
        }
    }

    private void shape() {
        if (shaping) {
            changed = true;
            return;
        }
        OptionalDouble share = read(test, MOST_TEST, "a number from 0 to 0.5");
        OptionalDouble seed = read(split, MOST_SEED, "a whole number from 0 on");
        if (share.isEmpty() || seed.isEmpty() || target.getValue() == null || model.getValue() == null) {
            return;
        }
        OwnModel kind = model.getValue();
        Shaping shaping = new Shaping(
                CsvLayout.Wish.NONE,
                target.getValue(),
                kind.ofClasses(),
                missing.getValue(),
                share.getAsDouble(),
                (long) seed.getAsDouble(),
                Integer.MAX_VALUE);
        OwnTask task = new OwnTask(key, kind, shaping, PENALTY, HIDDEN);
        OwnDataView.say(result, "Shaping it …");
        this.shaping = true;
        changed = false;
        OwnDataView.later(
                shelf.shaped(key, shaping, data -> 0)
                        .thenApply(lent -> ShapedSummary.of(task, lent))
                        .exceptionally(ShapedSummary::refused),
                result,
                this::show);
    }

    private void show(ShapedSummary shown) {
        shaping = false;
        if (changed) {
            shape();
        } else {
            result.removeAll();
            shown.show().forEach(result::add);
        }
    }

    private static OptionalDouble read(TextField field, double most, String allowed) {
        OptionalDouble value = Decimal.read(Typed.number(field.getValue())).stream()
                .filter(each -> each >= 0 && each <= most)
                .findFirst();
        field.setInvalid(value.isEmpty());
        field.setErrorMessage("Please give " + allowed + ".");
        return value;
    }
}
