package descentlab.exercise;

import descentlab.experiment.Ended;
import descentlab.experiment.TrainingExperiment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Numbers to be read off a training on pictures, which the server runs again to see whether they were read rightly.
 *
 * @param experiment what is trained, with one optimizer
 * @param asked the numbers to be read
 */
public record ReadingPart(Assignment task, TrainingExperiment experiment, List<Asked> asked) implements RunPart {

    /** As exact as the lab's table, which shows three digits: the last is rounded by a half at most. */
    static final double TOLERANCE = 6e-3;

    /**
     * A number to be read.
     *
     * @param label what it is called in the table
     * @param column what it is called among {@link Ended#readings}
     */
    public record Asked(String label, String column) {}

    public ReadingPart {
        asked = List.copyOf(asked);
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
                .mapToDouble(one -> trained.readings().getOrDefault(one.column(), Double.NaN))
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
    private static String elsewhere(Ended trained, double typed, String label) {
        String places = trained.readings().entrySet().stream()
                .filter(reading -> reading.getKey().contains(".")
                        && TypedNumber.near(typed, reading.getValue(), TOLERANCE))
                .map(reading -> place(reading.getKey()))
                .sorted()
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
