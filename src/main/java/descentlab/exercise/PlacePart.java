package descentlab.exercise;

import descentlab.exercise.Verdict.Mark;
import descentlab.exercise.Verdict.Result;
import descentlab.linalg.ComplexMatrix;
import descentlab.linalg.ComplexText;
import descentlab.linalg.GerschgorinDisc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hipparchus.complex.Complex;

/**
 * Eigenvalues to be placed in the complex plane, among the discs of Gerschgorin's theorem. Which marker stands for which
 * eigenvalue is not asked: they are paired so that the distances add up to least.
 *
 * @param matrix whose eigenvalues they are; real, of 4 rows at most
 * @param values the eigenvalues, each as often as it counts
 */
public record PlacePart(Assignment task, ComplexMatrix matrix, List<Complex> values) implements CheckedPart {

    /** How far from its place a marker may be; markers are dragged in steps of {@link #STEP}. */
    static final double NEAR = 0.05;

    /** The step by which markers move when they are dragged. */
    public static final double STEP = 0.25;

    private static final int MOST = 4;
    private static final String BOTH_SIGNS = "\u00b1";
    private static final Pattern NAME = Pattern.compile("^\\p{L}[\\p{L}\\d_]{0,12}\\s*=\\s*");
    private static final Pattern IMAGINARY_FIRST = Pattern.compile(
            "(?<im>[+-]?\\s*(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})?\\*?[ij])\\s*(?<re>[+-]\\s*[\\d.]{1,40})");
    private static final Pattern FACTOR_LAST = Pattern.compile("(?<=[\\d.]\\s{0,3}[+-]\\s{0,3})([ij])\\*?([\\d.]{1,40})$");
    private static final double CLOSE = 1;

    /** Farther than anything in the picture: from there on, one place is as wrong as another. */
    private static final double FAR = 1000;

    public PlacePart {
        values = List.copyOf(values);
        if (values.size() != matrix.size() || values.size() > MOST) {
            throw new IllegalArgumentException(task.id() + " needs " + matrix.size() + " eigenvalues, at most " + MOST);
        }
    }

    /** The discs of the rows. */
    public List<GerschgorinDisc> discs() {
        return GerschgorinDisc.ofRows(matrix);
    }

    /** What a typed place says, if it says one. */
    public static Optional<Complex> place(String text) {
        String plain = NAME.matcher(text.strip().replace('\u2212', '-')).replaceFirst("");
        Matcher first = IMAGINARY_FIRST.matcher(plain);
        if (first.matches()) {
            String sign = first.group("im").matches("[+-].*") ? "" : "+";
            return ComplexText.parse(first.group("re").replaceAll("^\\+|\\s", "") + sign + first.group("im"));
        }
        return ComplexText.parse(FACTOR_LAST.matcher(plain).replaceFirst("$2$1"));
    }

    /** What holds both signs stands for two places: its other one belongs to the field with the same, or to an empty one. */
    private static List<String> spread(List<String> fields) {
        List<String> spread = new ArrayList<>(fields);
        List<Integer> pairs = IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).contains(BOTH_SIGNS))
                .boxed()
                .toList();
        if (pairs.isEmpty()) {
            return spread;
        }
        String pair = fields.get(pairs.getFirst());
        int other = pairs.size() == 1 ? fields.indexOf("") : pairs.size() == 2 ? pairs.getLast() : -1;
        if (other >= 0 && (pairs.size() == 1 || fields.get(other).equals(pair))) {
            spread.set(pairs.getFirst(), pair.replace(BOTH_SIGNS, "+"));
            spread.set(other, pair.replace(BOTH_SIGNS, "-"));
        }
        return spread;
    }

    @Override
    public boolean onPaper() {
        return false;
    }

    @Override
    public Verdict check(Answer answer) {
        int count = values.size();
        if (answer.fields().size() != count) {
            return Verdict.unreadable("The answer has " + count + " eigenvalues.");
        }
        List<String> fields = spread(answer.fields());
        List<Optional<Complex>> read = fields.stream().map(PlacePart::place).toList();
        if (read.stream().anyMatch(Optional::isEmpty)) {
            return new Verdict(
                    Result.UNREADABLE,
                    "Some places cannot be read; they are marked.",
                    fields.stream()
                            .map(field -> place(field).isPresent()
                                    ? new Mark(Result.RIGHT, "")
                                    : new Mark(
                                            Result.UNREADABLE,
                                            field.contains(BOTH_SIGNS)
                                                    ? "These are two places: type it in two fields, or leave another empty."
                                                    : "Type a place such as 2, −1.5 or 1+2i."))
                            .toList());
        }
        List<Complex> placed = read.stream().map(Optional::orElseThrow).toList();
        int[] pairing = closest(placed, new ArrayList<>(), null);
        List<Mark> marks = IntStream.range(0, count)
                .mapToObj(i -> mark(placed.get(i), values.get(pairing[i])))
                .toList();
        return new Verdict(
                marks.stream().allMatch(mark -> mark.result() == Result.RIGHT) ? Result.RIGHT : Result.WRONG,
                message(placed, marks),
                marks);
    }

    private Mark mark(Complex placed, Complex value) {
        double off = placed.subtract(value).norm();
        if (off <= NEAR) {
            return new Mark(Result.RIGHT, "");
        }
        String part = Math.abs(placed.getRealPart() - value.getRealPart()) <= NEAR
                ? "The real part is right, the imaginary part is not."
                : "";
        if (discs().stream().allMatch(disc -> disc.outside(placed) > NEAR)) {
            return new Mark(Result.WRONG, ("Outside every disc: no eigenvalue can be here. " + part).strip());
        }
        if (!part.isEmpty()) {
            return new Mark(Result.WRONG, part);
        }
        return new Mark(Result.WRONG, off < CLOSE ? "Close, but not there yet." : "Not here.");
    }

    private String message(List<Complex> placed, List<Mark> marks) {
        long right = marks.stream().filter(mark -> mark.result() == Result.RIGHT).count();
        if (right == marks.size()) {
            return "Right: each is where an eigenvalue is.";
        }
        String count = right == 0 ? "None is in its place yet. " : right + " of " + marks.size() + " in place. ";
        Complex sum = placed.stream().reduce(Complex.ZERO, Complex::add);
        Complex trace = values.stream().reduce(Complex.ZERO, Complex::add);
        if (Math.abs(sum.getImaginaryPart()) > marks.size() * NEAR) {
            return count + "The matrix is real: what is not real comes in pairs $a\\pm bi$.";
        }
        return sum.subtract(trace).norm() > marks.size() * NEAR
                ? count + "Eigenvalues add up to the trace, $" + Terms.rounded(trace.getRealPart()) + "$; these add up to $"
                        + Terms.rounded(sum.getRealPart()) + "$."
                : count + "They add up to the trace, as they should. What should their product be?";
    }

    /** By trying all ways to go on from the given beginning: the index of each place's eigenvalue. */
    private int[] closest(List<Complex> placed, List<Integer> begun, int[] best) {
        if (begun.size() == placed.size()) {
            int[] pairing = begun.stream().mapToInt(Integer::intValue).toArray();
            return best == null || distance(placed, pairing) < distance(placed, best) ? pairing : best;
        }
        int[] least = best;
        for (int i = 0; i < placed.size(); i++) {
            if (!begun.contains(i)) {
                List<Integer> next = new ArrayList<>(begun);
                next.add(i);
                least = closest(placed, next, least);
            }
        }
        return least;
    }

    private double distance(List<Complex> placed, int[] pairing) {
        return IntStream.range(0, pairing.length)
                .mapToDouble(i -> Math.min(placed.get(i).subtract(values.get(pairing[i])).norm(), FAR))
                .sum();
    }
}
