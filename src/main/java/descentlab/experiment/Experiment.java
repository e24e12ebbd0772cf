package descentlab.experiment;

import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.Optimizer;
import descentlab.optimizer.Staged;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a link to one of the labs says: all that decides what is computed there. */
public sealed interface Experiment
        permits SurfaceExperiment, TrainingExperiment, SpectrumExperiment {

    /** The path of its lab's page. */
    String page();

    /** All but the optimizers, as parameters of a link in their order. */
    Map<String, List<String>> settings();

    /** All of it as a query, the same for equal experiments. */
    default String query() {
        QueryWriter query = new QueryWriter();
        settings().forEach((name, values) -> query.add(name, values.getFirst()));
        runs().forEach(run -> query.add("run", MethodSpec.print(run)));
        return query.toString();
    }

    /** Its lab's page with the query. */
    default String link() {
        return page() + "?" + query();
    }

    /** The methods that descend, each an optimizer or stages of several; none where nothing descends. */
    List<Method> runs();

    /**
     * The same with other methods.
     *
     * @throws IllegalArgumentException if it has none, and there are some
     */
    Experiment withRuns(List<? extends Method> others);

    /**
     * The same with one more method: one of its own until somewhere, and then another optimizer.
     *
     * @param run which of its own, from 0
     * @param at after how many steps, or examples
     * @param optimizer who goes on
     * @param keep whether with what the one before remembers
     * @return what that is, or why it cannot be: then the experiment is as it was
     */
    default Reading<? extends Experiment> branched(int run, long at, Optimizer optimizer, boolean keep) {
        List<Method> others = new ArrayList<>(runs());
        others.add(Staged.branch(runs().get(run), at, optimizer, keep));
        Map<String, List<String>> query = new LinkedHashMap<>(settings());
        query.put("run", others.stream().map(MethodSpec::print).toList());
        Reading<? extends Experiment> reading = read(page(), query);
        return reading.problems().isEmpty() ? reading : new Reading<>(this, reading.problems());
    }

    /** As its lab opens it: with the lab's own optimizers where it has none. */
    Experiment opened();

    /**
     * The same, but for a parameter, which holds what a link or a field says.
     *
     * @param parameter its name
     * @param text its value as in links
     */
    default Reading<? extends Experiment> with(String parameter, String text) {
        Map<String, List<String>> query = new LinkedHashMap<>(settings());
        query.put(parameter, List.of(text));
        Reading<? extends Experiment> reading = read(page(), query);
        Experiment changed = reading.experiment().withRuns(runs());
        return new Reading<>(changed, changed.problems(reading.problems(), parameter, text));
    }

    /**
     * What is wrong after a parameter has come to hold something: what was found in reading it or, if that is nothing, that
     * the methods cannot hand over where they do.
     */
    default List<Problem> problems(List<Problem> found, String parameter, String text) {
        return found;
    }

    /** The settings that parameters make of an experiment. */
    static <E> Map<String, List<String>> settings(E experiment, List<LinkParameter<E, ?>> parameters) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        parameters.forEach(each -> each.write(experiment, (name, value) -> settings.put(name, List.of(value))));
        return settings;
    }

    /**
     * Reads a query as the lab of a page does.
     *
     * @param page one of the labs' paths
     * @param query decoded
     * @throws IllegalArgumentException if that is no lab's page
     */
    static Reading<? extends Experiment> read(String page, Map<String, List<String>> query) {
        return switch (page) {
            case SurfaceExperiment.PAGE -> SurfaceExperiment.read(query);
            case TrainingExperiment.PAGE -> TrainingExperiment.read(query);
            case SpectrumExperiment.PAGE -> SpectrumExperiment.read(query);
            default -> throw new IllegalArgumentException("no lab is at " + page);
        };
    }
}
