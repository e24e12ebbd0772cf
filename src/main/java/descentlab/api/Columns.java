package descentlab.api;

import descentlab.training.Outcome;
import java.util.List;
import java.util.stream.IntStream;

/** Which of the numbers of a series' rows stand in a file, under which names, and of what kind they are. */
record Columns(List<Column> all) {

    /** What a number is. */
    enum Kind {
        REAL,
        /** A whole number, or none where it is NaN. */
        WHOLE,
        /** The number of an outcome, or none where it is NaN. */
        OUTCOME
    }

    /** Where a row's own number stands, from 0. */
    private static final int ROW = -1;

    /** @param index in the row, or {@link #ROW} */
    record Column(String name, int index, Kind kind) {

        /** Its number in a row of an array that starts there. */
        double in(double[] values, int at, long row) {
            return index == ROW ? row : values[at + index];
        }

        /** The outcome that a number stands for. */
        static String outcome(double number) {
            return Outcome.NAMES.get((int) number);
        }
    }

    /** All of them, of which some are counted and {@code outcome} is one. */
    static Columns of(List<String> names) {
        return new Columns(IntStream.range(0, names.size())
                .mapToObj(i -> new Column(names.get(i), i, kind(names.get(i))))
                .toList());
    }

    /** The steps of a descent: their numbers, then the first so many columns. */
    static Columns ofSteps(List<String> names, int first) {
        return new Columns(IntStream.rangeClosed(ROW, first - 1)
                .mapToObj(i -> i == ROW ? new Column("step", ROW, Kind.WHOLE) : new Column(names.get(i), i, Kind.REAL))
                .toList());
    }

    private static Kind kind(String name) {
        return switch (name) {
            case "examples", "pictures", "seed", "step", "reached", "batch", "trial" -> Kind.WHOLE;
            case "outcome" -> Kind.OUTCOME;
            default -> Kind.REAL;
        };
    }
}
