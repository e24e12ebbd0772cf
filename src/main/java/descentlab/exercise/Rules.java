package descentlab.exercise;

import descentlab.exercise.EntriesPart.Rule;
import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What makes entries right. */
final class Rules {

    private Rules() {}

    /** Wrong entries that say what went wrong. */
    record Trap(String message, double... entries) {}

    static Trap trap(String message, double... entries) {
        return new Trap(message, entries);
    }

    /** Each entry is the given value. */
    static Rule values(double... values) {
        return new EachEntry(values, List.of());
    }

    /** Each entry is the given value; wrong ones may be explained. */
    static Rule values(double[] values, Trap... traps) {
        return new EachEntry(values, List.of(traps));
    }

    /** The values in any order, as for eigenvalues. */
    static Rule inAnyOrder(double one, double other, Trap... traps) {
        return new AnyOrder(new double[] {one, other}, List.of(traps));
    }

    /** A few values in any order. */
    static Rule inAnyOrder(double[] values, Trap... traps) {
        return new AnyOrder(values, List.of(traps));
    }

    /** The direction of a vector of two entries, whatever its length and sign. */
    static Rule direction(double first, double second, Trap... traps) {
        return new Direction(first, second, List.of(traps));
    }

    /** Whatever the numbers are judged by. */
    static Rule numbers(Function<double[], Verdict> judge) {
        return entries -> judge.apply(
                entries.stream().mapToDouble(TypedNumber::value).toArray());
    }

    static Verdict marked(List<Boolean> right, List<String> reasons) {
        List<Mark> marks = right.stream()
                .map(each -> new Mark(each ? Result.RIGHT : Result.WRONG, ""))
                .toList();
        long wrong = right.stream().filter(each -> !each).count();
        if (wrong == 0) {
            return new Verdict(Result.RIGHT, "Right.", marks);
        }
        String count = wrong == marks.size()
                ? "No entry is right yet."
                : wrong == 1 ? "One entry is not right; it is marked." : wrong + " entries are not right;"
                        + " they are marked.";
        return new Verdict(Result.WRONG, (count + " " + Reasons.joined(reasons)).strip(), marks);
    }

    static List<Boolean> right(List<TypedNumber> entries, double[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> entries.get(i).is(values[i])).toList();
    }

    /** What may have led to the entries that are not right. */
    static List<String> reasons(List<TypedNumber> entries, double[] values, List<Trap> traps) {
        List<Boolean> right = right(entries, values);
        List<String> reasons = new ArrayList<>();
        traps.stream().filter(trap -> meant(entries, trap.entries())).map(Trap::message).forEach(reasons::add);
        if (reasons.isEmpty()) {
            traps.stream()
                    .filter(trap -> meantWhereWrong(entries, right, trap.entries()))
                    .map(Trap::message)
                    .forEach(reasons::add);
        }
        for (Slip slip : Slip.values()) {
            double[] slipped = Arrays.stream(values).map(slip::of).toArray();
            if (meantWhereWrong(entries, right, slipped)) {
                reasons.add(slip.saidOfEntries());
            }
        }
        if (reasons.isEmpty() && shortWhereWrong(entries, right, values)) {
            reasons.add("Give three digits, or the exact form, as in 2/3.");
        }
        return reasons;
    }

    private static boolean meant(List<TypedNumber> entries, double[] other) {
        return IntStream.range(0, other.length).allMatch(i -> entries.get(i).means(other[i]));
    }

    private static boolean meantWhereWrong(List<TypedNumber> entries, List<Boolean> right, double[] other) {
        return right.contains(false)
                && IntStream.range(0, other.length)
                        .allMatch(i -> right.get(i) || entries.get(i).means(other[i]));
    }

    private static boolean shortWhereWrong(List<TypedNumber> entries, List<Boolean> right, double[] values) {
        return IntStream.range(0, values.length)
                .allMatch(i -> right.get(i)
                        || entries.get(i).digits() < TypedNumber.FEWEST_DIGITS && entries.get(i).rounded(values[i]));
    }

    static boolean near(double[] some, double[] others) {
        return IntStream.range(0, some.length)
                .allMatch(i -> TypedNumber.near(some[i], others[i], Drawn.APART));
    }

    private record EachEntry(double[] values, List<Trap> traps) implements Rule {
        @Override
        public Verdict judge(List<TypedNumber> entries) {
            return marked(Rules.right(entries, values), reasons(entries, values, traps));
        }

        @Override
        public boolean unclear() {
            return traps.stream().anyMatch(trap -> near(trap.entries(), values));
        }
    }

    private record AnyOrder(double[] values, List<Trap> traps) implements Rule {

        @Override
        public Verdict judge(List<TypedNumber> entries) {
            List<double[]> orders = Orders.of(values);
            double[] best = orders.getFirst();
            for (double[] order : orders) {
                best = count(entries, order) > count(entries, best) ? order : best;
            }
            List<Boolean> right = Rules.right(entries, best);
            List<String> reasons = new ArrayList<>();
            if (right.contains(false)) {
                if (right.contains(true) && oneTwice(entries)) {
                    reasons.add(values.length == 2
                            ? "That is one of them twice; the other is still to be found."
                            : "One of them stands there twice; another is still to be found.");
                }
                // Where one that is right stands there twice, a mistake that fits one of the two only is none.
                List<Trap> inPart = reasons.isEmpty() ? traps : List.of();
                for (double[] order : orders) {
                    reasons.addAll(reasons(entries, order, inPart));
                }
                traps.stream()
                        .filter(trap -> Orders.of(trap.entries()).stream().anyMatch(order -> meant(entries, order)))
                        .map(Trap::message)
                        .forEach(reasons::add);
            }
            return marked(right, reasons);
        }

        private boolean oneTwice(List<TypedNumber> entries) {
            return IntStream.range(0, entries.size())
                    .anyMatch(i -> IntStream.range(0, i).anyMatch(j -> entries.get(j).means(entries.get(i).value())));
        }

        private static long count(List<TypedNumber> entries, double[] values) {
            return Rules.right(entries, values).stream().filter(each -> each).count();
        }

        @Override
        public boolean unclear() {
            return traps.stream()
                    .anyMatch(trap -> Orders.of(trap.entries()).stream().anyMatch(order -> near(order, values)));
        }
    }
}
