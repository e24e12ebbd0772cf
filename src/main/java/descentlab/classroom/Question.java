package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerSpec;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a class is asked to predict of an experiment. Series are the experiment's optimizers, from 0. */
public sealed interface Question {

    /** Which optimizer ends at the lowest f. */
    record Winner() implements Question {}

    /** Where an optimizer is after all steps. */
    record Place(int series) implements Question {}

    /** Whether an optimizer diverges. */
    record Diverges(int series) implements Question {}

    /** What f is where an optimizer ends. */
    record FinalValue(int series) implements Question {}

    /** Answers to {@link Diverges}. */
    List<String> YES_OR_NO = List.of("Yes, it runs away", "No, it stays");

    /** The question in words. */
    default String text(SurfaceExperiment experiment) {
        String steps = experiment.steps() + (experiment.steps() == 1 ? " step" : " steps");
        return switch (this) {
            case Winner winner -> "Which one ends at the lowest f, after " + steps + "?";
            case Place place -> "Where is " + name(experiment, place.series()) + " after " + steps + "?";
            case Diverges diverges -> "Does " + name(experiment, diverges.series()) + " diverge within " + steps + "?";
            case FinalValue value -> "What is f where " + name(experiment, value.series()) + " is after " + steps + "?";
        };
    }

    /** What can be chosen, or nothing where a place or a number is asked. */
    default List<String> options(SurfaceExperiment experiment) {
        return switch (this) {
            case Winner winner -> IntStream.range(0, experiment.runs().size())
                    .mapToObj(series -> name(experiment, series))
                    .toList();
            case Diverges diverges -> YES_OR_NO;
            case Place place -> List.of();
            case FinalValue value -> List.of();
        };
    }

    /** An optimizer in words, with its rate; with all its settings where others have the same name and rate. */
    static String name(SurfaceExperiment experiment, int series) {
        Method method = experiment.runs().get(series);
        boolean alone = experiment.runs().stream()
                .filter(other -> name(other).equals(name(method)))
                .count() == 1;
        return alone ? name(method) : method.title() + " " + settings(method);
    }

    /** An optimizer in words, with its rate and whatever of its settings is not usual, but for what its title says. */
    static String name(Method method) {
        String spec = OptimizerSpec.print(method.last());
        String settings = spec.substring(spec.indexOf('(') + 1, spec.length() - 1);
        String words = BETWEEN_SETTINGS.matcher(settings).replaceAll(", ").replaceFirst("^lr=", "rate ").replace('=', ' ');
        return words.isEmpty() || method.title().endsWith(" at " + words.replace("rate ", ""))
                ? method.title()
                : method.title() + " (" + words + ")";
    }

    /** A comma that is in no schedule. */
    Pattern BETWEEN_SETTINGS = Pattern.compile(",(?![^(]*\\))");

    private static String settings(Method method) {
        String spec = MethodSpec.print(method);
        return spec.substring(spec.indexOf('('));
    }

    /**
     * Whether it can be asked of the experiment.
     *
     * @throws ClassroomException if not, saying why
     */
    default void check(SurfaceExperiment experiment) {
        int runs = experiment.runs().size();
        switch (this) {
            case Winner winner -> {
                if (runs < 2) {
                    throw new ClassroomException("Who wins can be asked of two optimizers or more; this race has " + runs + ".");
                }
            }
            case Place(int series) -> checkSeries(series, runs);
            case Diverges(int series) -> checkSeries(series, runs);
            case FinalValue(int series) -> checkSeries(series, runs);
        }
    }

    private static void checkSeries(int series, int runs) {
        if (series < 0 || series >= runs) {
            throw new ClassroomException("There is no optimizer " + series + " in this race; it has " + runs + ".");
        }
    }

    /** For storing. */
    default String write() {
        return switch (this) {
            case Winner winner -> "winner";
            case Place(int series) -> "place " + series;
            case Diverges(int series) -> "diverges " + series;
            case FinalValue(int series) -> "value " + series;
        };
    }

    /** What {@link #write} wrote. */
    static Question read(String text) {
        String[] words = text.split(" ");
        int series = words.length > 1 ? (int) Decimal.read(words[1]).orElse(0) : 0;
        return switch (words[0]) {
            case "place" -> new Place(series);
            case "diverges" -> new Diverges(series);
            case "value" -> new FinalValue(series);
            default -> new Winner();
        };
    }
}
