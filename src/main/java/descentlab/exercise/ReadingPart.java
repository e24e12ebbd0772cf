package descentlab.exercise;

import java.util.List;

/**
 * Numbers to be read off a training on pictures, which the server runs again to see whether they were read rightly.
 *
 * @param experiment what is trained, with one optimizer
 * @param asked the numbers to be read
 */
public record ReadingPart(Task task, LabExperiment.Pictures experiment, List<Asked> asked) implements RunPart {

    /** As exact as the lab's table, which shows three digits. */
    static final double TOLERANCE = 1e-2;

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
            case Entries.Numbers(List<TypedNumber> entries) ->
                Rules.readings(TOLERANCE, values).judge(entries);
        };
    }
}
