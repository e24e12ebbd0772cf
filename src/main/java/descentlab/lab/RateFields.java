package descentlab.lab;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.ParameterFields;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.TrainingExperiment;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.function.Consumer;

/** How a rate is looked for: in which way, and then what that asks for. */
final class RateFields extends Composite<Div> {

    private final ParameterFields<TrainingExperiment> kind;
    private final ParameterFields<TrainingExperiment> range;
    private final ParameterFields<TrainingExperiment> trials;
    private final ParameterFields<TrainingExperiment> width;

    /** @param changed told of each change by hand */
    RateFields(Consumer<TrainingExperiment> changed) {
        kind = fields(TrainingExperiment.SEARCH_KIND, changed);
        range = fields(TrainingExperiment.SEARCH_RANGE, changed);
        trials = fields(TrainingExperiment.SEARCH_TRIALS, changed);
        width = fields(TrainingExperiment.SEARCH_WIDTH, changed);
        getContent().add(kind, range, trials, width);
    }

    private static ParameterFields<TrainingExperiment> fields(
            List<LinkParameter<TrainingExperiment, ?>> parameters, Consumer<TrainingExperiment> changed) {
        return new ParameterFields<>(TrainingExperiment.class, parameters, changed);
    }

    void show(TrainingExperiment experiment) {
        RateSearch search = experiment.plan().search();
        kind.show(experiment);
        range.show(experiment);
        trials.show(experiment);
        width.show(experiment);
        boolean study = search.kind() == RateSearch.Kind.STUDY;
        range.setVisible(search.on() && !study);
        trials.setVisible(study || search.kind() == RateSearch.Kind.SWEEP);
        width.setVisible(study);
    }
}
