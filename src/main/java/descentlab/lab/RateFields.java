package descentlab.lab;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.controls.ParameterFields;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.TrainingExperiment;
import descentlab.tuning.RateSearch;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** How a rate is looked for: in which way, and then what that asks for. */
final class RateFields extends Composite<Div> {

    private final ParameterFields<TrainingExperiment> kind;
    private final ParameterFields<TrainingExperiment> range;
    private final ParameterFields<TrainingExperiment> trials;
    private final ParameterFields<TrainingExperiment> study;

    /** @param changed told of each change by hand */
    RateFields(Consumer<TrainingExperiment> changed) {
        kind = fields(TrainingExperiment.SEARCH_KIND, changed);
        range = fields(TrainingExperiment.SEARCH_RANGE, changed);
        trials = fields(TrainingExperiment.SEARCH_TRIALS, changed);
        study = fields(
                Stream.concat(TrainingExperiment.SEARCH_TRIALS.stream(), TrainingExperiment.SEARCH_WIDTH.stream()).toList(),
                changed);
        getContent().add(kind, range, trials, study);
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
        study.show(experiment);
        range.setVisible(search.on() && search.kind() != RateSearch.Kind.STUDY);
        trials.setVisible(search.kind() == RateSearch.Kind.SWEEP);
        study.setVisible(search.kind() == RateSearch.Kind.STUDY);
    }
}
