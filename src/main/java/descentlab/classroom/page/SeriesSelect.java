package descentlab.classroom.page;

import com.vaadin.flow.component.select.Select;
import descentlab.classroom.Question;
import descentlab.experiment.SurfaceExperiment;
import java.util.List;
import java.util.stream.IntStream;

/** Which optimizer of a race is meant, by its place from 0. */
final class SeriesSelect extends Select<Integer> {

    SeriesSelect(String label) {
        setLabel(label);
    }

    /** Offers those of a race, the last at first. */
    void offer(SurfaceExperiment race) {
        List<Integer> all = IntStream.range(0, race.runs().size()).boxed().toList();
        setItems(List.of()); // those before are of another race, which the labels to come do not know
        setItemLabelGenerator(item -> Question.name(race, item));
        setItems(all);
        if (!all.isEmpty()) {
            setValue(all.getLast());
        }
    }

    /** The one that is chosen; the first if none is. */
    int chosen() {
        return getValue() == null ? 0 : getValue();
    }
}
