package descentlab.exercise;

import descentlab.exercise.EntriesPart.Rule;
import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What makes entries right. */
final class Rules {

    private static final double TOLERANCE = NumberPart.USUAL_TOLERANCE;

    private Rules() {}

    /** Each entry is the given value. */
    static Rule values(double... values) {
        return values(TOLERANCE, values);
    }

    /** Each entry is the given value, to a relative tolerance. */
    static Rule values(double tolerance, double[] values) {
        return entries -> {
            List<Mark> marks = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                boolean right = NumberPart.near(entries[i], values[i], tolerance);
                marks.add(new Mark(right ? Result.RIGHT : Result.WRONG, ""));
            }
            return of(marks);
        };
    }

    /** The values in any order, as for eigenvalues. */
    static Rule inAnyOrder(double... values) {
        return entries -> {
            List<Double> left = new ArrayList<>(DoubleStream.of(values).boxed().toList());
            List<Mark> marks = Arrays.stream(entries)
                    .mapToObj(entry -> {
                        int found = 0;
                        while (found < left.size() && !NumberPart.near(entry, left.get(found), TOLERANCE)) {
                            found++;
                        }
                        if (found == left.size()) {
                            return new Mark(Result.WRONG, "");
                        }
                        left.remove(found);
                        return new Mark(Result.RIGHT, "");
                    })
                    .toList();
            return of(marks);
        };
    }

    /** The direction of a vector, whatever its length and sign. */
    static Rule direction(double... direction) {
        return entries -> {
            double dot = 0;
            double given = 0;
            double wanted = 0;
            for (int i = 0; i < direction.length; i++) {
                dot += entries[i] * direction[i];
                given += entries[i] * entries[i];
                wanted += direction[i] * direction[i];
            }
            if (!(given > 0) || !Double.isFinite(given)) {
                return Verdict.wrong("The zero vector has no direction; nor has one whose length is no number.");
            }
            double cosine = Math.abs(dot) / Math.sqrt(given * wanted);
            // The angle is what counts: cos is flat where it is small.
            double angle = Math.acos(Math.min(1, cosine));
            return angle <= 2 * TOLERANCE
                    ? Verdict.right("Right. Any multiple of it would be, too.")
                    : Verdict.wrong("That vector points elsewhere: it is " + Math.round(Math.toDegrees(angle))
                            + "° off.");
        };
    }

    private static Verdict of(List<Mark> marks) {
        long wrong = marks.stream().filter(mark -> mark.result() != Result.RIGHT).count();
        if (wrong == 0) {
            return new Verdict(Result.RIGHT, "Right.", marks);
        }
        return new Verdict(
                Result.WRONG,
                wrong == marks.size()
                        ? "No entry is right yet."
                        : wrong == 1 ? "One entry is not right; it is marked." : wrong + " entries are not right;"
                                + " they are marked.",
                marks);
    }
}
