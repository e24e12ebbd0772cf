package descentlab.exercise;

import descentlab.experiment.Ended;
import descentlab.experiment.TrainingExperiment;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Numbers to be read off a training on pictures, which the server runs again to see whether they were read rightly.
 *
 * @param experiment what is trained, with one optimizer
 * @param asked the numbers to be read, or to be made of what is read
 * @param misreads what else a number may be, besides those of a table of layers
 */
public record ReadingPart(Assignment task, TrainingExperiment experiment, List<Asked> asked, List<Misread> misreads)
        implements RunPart {

    /** As exact as the lab's table, which shows three digits: the last is rounded by a half at most. */
    static final double TOLERANCE = 6e-3;

    /**
     * A number to be read.
     *
     * @param label what it is called
     * @param value of it, by {@link Ended#readings}
     */
    public record Asked(String label, ToDoubleFunction<Map<String, Double>> value) {

        /** One that stands there as it is. */
        static Asked of(String label, String column) {
            return new Asked(label, readings -> readings.getOrDefault(column, Double.NaN));
        }
    }

    /**
     * Another number that may be taken for one that is asked for.
     *
     * @param says what it is, to follow a “that is”
     * @param value of it, by {@link Ended#readings}
     */
    public record Misread(String says, ToDoubleFunction<Map<String, Double>> value) {}

    public ReadingPart {
        asked = List.copyOf(asked);
        misreads = List.copyOf(misreads);
    }

    /** Numbers of a table of layers. */
    ReadingPart(Assignment task, TrainingExperiment experiment, List<Asked> asked) {
        this(task, experiment, asked, List.of());
    }

    @Override
    public Plan plan(Answer answer) {
        return switch (Entries.read(answer, asked.size())) {
            case Entries.Unreadable(Verdict verdict) -> new Plan.Refused(verdict);
            case Entries.Numbers numbers -> new Plan.Run(List.of(experiment));
        };
    }

    @Override
    public Verdict judge(Answer answer, List<List<Ended>> ended) {
        Ended trained = ended.getFirst().getFirst();
        double[] values = asked.stream()
                .mapToDouble(one -> one.value().applyAsDouble(trained.readings()))
                .toArray();
        return switch (Entries.read(answer, asked.size())) {
            case Entries.Unreadable(Verdict verdict) -> verdict;
            case Entries.Numbers(List<TypedNumber> entries) -> {
                List<Boolean> right = IntStream.range(0, values.length)
                        .mapToObj(i -> TypedNumber.near(entries.get(i).value(), values[i], TOLERANCE))
                        .toList();
                yield Rules.marked(
                        right,
                        IntStream.range(0, values.length)
                                .filter(i -> !right.get(i))
                                .mapToObj(i -> elsewhere(trained, entries.get(i).value(), asked.get(i).label()))
                                .filter(reason -> !reason.isEmpty())
                                .toList());
            }
        };
    }

    /** Where in the table a wrong number stands, as a sentence; empty if it does not. */
    private String elsewhere(Ended trained, double typed, String label) {
        Stream<String> inTable = trained.readings().entrySet().stream()
                .filter(reading -> reading.getKey().contains(".")
                        && TypedNumber.near(typed, reading.getValue(), TOLERANCE))
                .map(reading -> place(reading.getKey()))
                .sorted();
        Stream<String> known = misreads.stream()
                .filter(misread -> TypedNumber.near(typed, misread.value().applyAsDouble(trained.readings()), TOLERANCE))
                .map(Misread::says);
        String places = Stream.concat(inTable, known)
                .collect(Collectors.joining(" or "));
        return places.isEmpty() ? "" : "What you give for “" + label + "” is " + places + ".";
    }

    private static String place(String column) {
        String layer = column.substring(0, column.indexOf('.'));
        return switch (column.substring(layer.length() + 1)) {
            case "gradient" -> "the norm of " + layer + "'s gradient";
            case "rate05" -> layer + "'s rate at 5 %";
            case "rate50" -> layer + "'s median rate";
            case "rate95" -> layer + "'s rate at 95 %";
            default -> column;
        };
    }
}
