package descentlab.lab;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.element.RateFinder;
import descentlab.experiment.RateQuestion;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.Method;
import descentlab.optimizer.Optimizers;
import descentlab.tuning.RateSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The search of rates beside a training; nothing where there is none. */
final class RateCard extends Composite<Div> {

    private final RateFinder finder = new RateFinder();
    private TrainingExperiment experiment;

    /** @param trained told of the training with a rate that was picked */
    RateCard(Consumer<TrainingExperiment> trained) {
        getContent().addClassName("rate-card");
        finder.addRatePickListener(pick ->
                trained.accept(RateQuestion.answered(experiment, pick.getSeries(), pick.getLr())));
    }

    void show(TrainingExperiment shown) {
        experiment = shown;
        RateSearch search = shown.plan().search();
        if (!search.on() || shown.runs().isEmpty()) {
            getContent().removeAll(); // what is not on the page asks for nothing any more
        } else {
            getContent().add(finder);
            int rows = search.kind() == RateSearch.Kind.TEST ? search.batches() : search.trials();
            finder.show(
                    new RateFinder.Asked(RateQuestion.of(shown).query(), search.from(), search.to(), rows), searched(shown));
        }
    }

    private static List<RateFinder.Searched> searched(TrainingExperiment shown) {
        List<RateFinder.Searched> searched = new ArrayList<>();
        for (Method run : shown.runs()) {
            String kind = Optimizers.of(run.first()).name();
            int before = (int) searched.stream().filter(each -> each.optimizer().equals(kind)).count();
            searched.add(new RateFinder.Searched(
                    RateQuestion.name(shown, searched.size()), kind, before, run.first().lr()));
        }
        return searched;
    }
}
