package descentlab.classroom;

import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.notation.Decimal;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import descentlab.optimizer.OptimizerSpec;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a class is asked. */
public sealed interface Question permits Question.OfRace, OwnQuestion {

    /** What is predicted of a race, which then says what is right. Series are the race's optimizers, from 0. */
    sealed interface OfRace extends Question {}

    /** Which optimizer ends at the lowest f. */
    record Winner() implements OfRace {}

    /** Where an optimizer is after all steps. */
    record Place(int series) implements OfRace {}

    /** Whether an optimizer diverges. */
    record Diverges(int series) implements OfRace {}

    /** What f is where an optimizer ends. */
    record FinalValue(int series) implements OfRace {}

    /** Answers to {@link Diverges}. */
    List<String> YES_OR_NO = List.of("Yes, it runs away", "No, it stays");

    /**
     * The question in words; one of a teacher's own is Markdown with formulas.
     *
     * @param shown the experiment that it is asked of, or that is shown with it
     */
    default String text(Experiment shown) {
        return switch (this) {
            case Winner winner -> "Which one ends at the lowest f, after " + steps(shown) + "?";
            case Place(int series) -> "Where is " + name(race(shown), series) + " after " + steps(shown) + "?";
            case Diverges(int series) -> "Does " + name(race(shown), series) + " diverge within " + steps(shown) + "?";
            case FinalValue(int series) -> "What is f where " + name(race(shown), series) + " is after " + steps(shown) + "?";
            case OwnQuestion own -> own.words();
        };
    }

    /** What can be chosen, or nothing where something else is asked for. */
    default List<String> options(Experiment shown) {
        return switch (this) {
            case Winner winner -> IntStream.range(0, shown.runs().size())
                    .mapToObj(series -> name(race(shown), series))
                    .toList();
            case Diverges diverges -> YES_OR_NO;
            case Place place -> List.of();
            case FinalValue value -> List.of();
            case OwnQuestion own -> own.kind() instanceof AnswerKind.Choice choice ? choice.options() : List.of();
        };
    }

    private static String steps(Experiment shown) {
        int steps = race(shown).steps();
        return steps + (steps == 1 ? " step" : " steps");
    }

    private static SurfaceExperiment race(Experiment shown) {
        if (shown instanceof SurfaceExperiment race) {
            return race;
        }
        throw new ClassroomException("This question needs a race on a surface; " + Lectern.shown(shown) + " is shown.");
    }

    /** Whether it asks for a place on the surface that is shown. */
    default boolean asksForPlace() {
        return this instanceof Place || this instanceof OwnQuestion own && own.kind() instanceof AnswerKind.Spot && !own.isOnPicture();
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
        String settings = OptimizerSpec.settings(method.last());
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
    default void check(Experiment shown) {
        switch (this) {
            case Winner winner -> {
                if (race(shown).runs().size() < 2) {
                    throw new ClassroomException("Who wins can be asked of two optimizers or more; this race has "
                            + shown.runs().size() + ".");
                }
            }
            case Place(int series) -> checkSeries(series, race(shown).runs().size());
            case Diverges(int series) -> checkSeries(series, race(shown).runs().size());
            case FinalValue(int series) -> checkSeries(series, race(shown).runs().size());
            case OwnQuestion own -> {
                if (own.asksForPlace()) {
                    race(shown);
                }
            }
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
            case OwnQuestion own -> own.write();
        };
    }

    /** What {@link #write} wrote. */
    static Question read(String text) {
        if (text.startsWith("{")) {
            return OwnQuestion.read(text);
        }
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
