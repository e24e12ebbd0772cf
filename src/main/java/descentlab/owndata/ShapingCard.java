package descentlab.owndata;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import descentlab.controls.ParameterFields;
import descentlab.dataset.ColumnProfile;
import descentlab.dataset.CsvLayout;
import descentlab.dataset.Shaping;
import descentlab.dataset.Survey;
import descentlab.element.DropDown;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.OwnModel;
import descentlab.experiment.OwnParameters;
import descentlab.experiment.OwnTask;
import descentlab.experiment.TrainingExperiment;
import java.util.List;

/** Chooses what of a file is predicted from the rest, and how, and shows what becomes of it. */
final class ShapingCard extends Section {

    private final Shelf shelf;
    private final String key;
    private final Survey survey;
    private final CsvLayout.Wish wish;
    private final DropDown<String> target;
    private final DropDown<OwnModel> model = new DropDown<>(DropDown.Options.of(OwnModel.ALL, ShapingCard::title));
    private final ParameterFields<TrainingExperiment> ofAll = fields(OwnParameters.SHAPING_FIELDS);
    private final ParameterFields<TrainingExperiment> ofRidge = fields(OwnParameters.RIDGE_FIELDS);
    private final ParameterFields<TrainingExperiment> ofPerceptrons = fields(OwnParameters.PERCEPTRON_FIELDS);
    private final Div result = new Div();

    /** Whether data is being shaped for this page: of the changes meanwhile, the last is shaped then. */
    private boolean shaping;

    private boolean changed;

    /** Whether a field holds what cannot be taken. */
    private boolean refused;

    /** What is chosen; null where there is nothing to choose. */
    private OwnTask task;

    /**
     * @param survey what is in the file, read by that wish
     * @param before what was chosen before of the same file, read otherwise; null if nothing was
     */
    ShapingCard(Shelf shelf, String key, Survey survey, CsvLayout.Wish wish, ShapingCard before) {
        this.shelf = shelf;
        this.key = key;
        this.survey = survey;
        this.wish = wish;
        List<String> targets = survey.columns().stream()
                .filter(column -> !column.isConstant() && column.kind() != ColumnProfile.Kind.EMPTY)
                .map(ColumnProfile::name)
                .toList();
        target = new DropDown<>(DropDown.Options.of(targets, name -> name));
        target.setLabel("To predict");
        model.setLabel("Model");
        addClassName("examples");
        Div fields = new Div(target, model, ofRidge, ofPerceptrons, ofAll);
        fields.addClassName("shaping");
        add(new H2("What to learn from it"), fields, result);
        if (targets.isEmpty()) {
            fields.setVisible(false);
            OwnDataView.say(result, "All columns are empty or the same in every row: there is nothing to predict.");
        } else {
            OwnTask chosen = before == null ? null : before.task;
            first(chosen != null && targets.contains(chosen.shaping().target()) ? chosen.shaping().target() : targets.getLast(), chosen);
        }
        target.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                model.setValue(usual(change.getValue()));
                choose(task);
            }
        });
        model.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                choose(task);
            }
        });
    }

    private ParameterFields<TrainingExperiment> fields(List<LinkParameter<TrainingExperiment, ?>> parameters) {
        ParameterFields<TrainingExperiment> fields =
                new ParameterFields<>(TrainingExperiment.class, parameters, said -> choose((OwnTask) said.task()));
        fields.whenRefused(() -> {
            refused = true;
            OwnDataView.say(result, "There is something to train on again once what is marked above is right.");
        });
        return fields;
    }

    private static String title(OwnModel model) {
        return model.title() + (model.hasHiddenLayer() ? model.ofClasses() ? ", classes" : ", a number" : "");
    }

    /** The last column is what most tables end on, so it is the target at first. */
    private void first(String name, OwnTask chosen) {
        target.setValue(name);
        model.setValue(usual(name));
        show(chosen == null ? OwnParameters.usual(key, model.getValue(), name, survey.rows()) : chosen);
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

    private void choose(OwnTask said) {
        refused = false;
        show(said);
        shape();
    }

    /** Shows what was said, of the target and the model that are chosen. */
    private void show(OwnTask said) {
        OwnModel kind = model.getValue();
        Shaping asked = said.shaping();
        task = new OwnTask(
                key,
                kind,
                new Shaping(
                        wish, target.getValue(), kind.ofClasses(), asked.fill(), asked.test(), asked.split(), survey.rows()),
                said.penalty(),
                said.hidden());
        ofRidge.setVisible(kind == OwnModel.RIDGE);
        ofPerceptrons.setVisible(kind.hasHiddenLayer());
        List.of(ofAll, ofRidge, ofPerceptrons).forEach(each -> each.show(task.initial()));
    }

    private void shape() {
        if (shaping) {
            changed = true;
            return;
        }
        if (task == null) {
            return;
        }
        OwnTask asked = task;
        OwnDataView.say(result, "Shaping it …");
        this.shaping = true;
        changed = false;
        OwnDataView.later(
                shelf.shaped(key, asked.shaping().withAllRows(), data -> 0)
                        .thenApply(lent -> ShapedSummary.of(asked, lent))
                        .exceptionally(ShapedSummary::refused),
                result,
                this::show);
    }

    private void show(ShapedSummary shown) {
        shaping = false;
        if (changed) {
            shape();
        } else if (!refused) {
            result.removeAll();
            shown.show().forEach(result::add);
        }
    }
}
