package descentlab.dataset;

import descentlab.random.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes of a file what can be learned from: drops or fills what is missing, leaves out what tells nothing, splits into
 * training and test by the seed, brings numbers to mean 0 and population deviation 1 and makes a feature of each category.
 * All that is fitted, means, deviations, fillings and which categories there are, is fitted on the rows that train, alone.
 * Categories are neither centered nor scaled, so that they stay sparse. Where a row is, before the split or after, it is in
 * the order of the file.
 */
public final class Shaper {

    /** What a link calls the column that is predicted. */
    private static final String TARGET = "target";

    private final Survey survey;
    private final Shaping shaping;
    private final List<String> told = new ArrayList<>();
    private int target;

    private Shaper(Survey survey, Shaping shaping) {
        this.survey = survey;
        this.shaping = shaping;
    }

    /**
     * Shapes a file.
     *
     * @param survey what is in it, read as the shaping wishes
     * @throws DataException if that cannot be; says why
     */
    public static ShapedData shape(byte[] content, Survey survey, Shaping shaping) throws DataException {
        return new Shaper(survey, shaping).shape(content);
    }

    private ShapedData shape(byte[] content) throws DataException {
        target = survey.place(shaping.target())
                .orElseThrow(() -> new DataException(
                        TARGET,
                        shaping.target(),
                        "one of the columns " + names(any -> true),
                        (shaping.target().isEmpty() ? "No target is chosen" : "There is no column " + DataException.quoted(shaping.target()))
                                + "; there are " + names(any -> true) + "."));
        checkTarget(survey.columns().get(target));
        boolean[] used = used();
        ColumnValues columns = ColumnValues.read(content, survey, used);
        int[] kept = kept(columns, used);
        int[][] parts = split(kept);
        int[] training = Arrays.copyOf(parts[0], Math.min(parts[0].length, shaping.rows()));
        if (training.length < 2) {
            throw new DataException(
                    DataException.FILE,
                    CsvText.count(training.length, "row") + " to train on",
                    "two rows at least",
                    "Only " + CsvText.count(training.length, "row") + " would train, and two are the least"
                    + (shaping.fill() ? "." : ": many rows were dropped, since something is missing in them; fill that."));
        }
        int[] rows = IntStream.concat(Arrays.stream(training), Arrays.stream(parts[1])).sorted().toArray();
        Assembly assembly = new Assembly(columns, rows, training, shaping.fill(), told);
        used[target] = false;
        MixedTable table = assembly.table(used, target, shaping.classes());
        return new ShapedData(
                table,
                places(rows, training),
                places(rows, parts[1]),
                parts[0].length,
                assembly.features(),
                assembly.scales(),
                assembly.classes(),
                assembly.mean(),
                assembly.deviation(),
                told);
    }

    private void checkTarget(ColumnProfile column) throws DataException {
        String name = DataException.quoted(column.name());
        if (column.kind() == ColumnProfile.Kind.EMPTY) {
            throw new DataException(TARGET, column.name(), "a column that is not empty", "The target " + name + " is empty.");
        }
        if (column.isConstant()) {
            throw new DataException(
                    TARGET,
                    column.name(),
                    "a column that is not the same in every row",
                    "The target " + name + " is the same in every row"
                    + (shaping.classes() ? ", so there is one class only" : "") + ": there is nothing to tell.");
        }
        if (!shaping.classes() && column.kind() != ColumnProfile.Kind.NUMBER) {
            throw new DataException(
                    TARGET,
                    column.name(),
                    "a column of numbers, or a model that tells classes apart",
                    "The target " + name + " is no number"
                    + (column.stray() > 0
                            ? ": line " + column.stray() + " holds " + DataException.quoted(column.strayText()) + "."
                            : ". Logistic and softmax regression and the mlp-classifier tell classes apart."));
        }
        if (shaping.classes() && column.distinct() > Shaping.MOST_CLASSES) {
            throw new DataException(
                    TARGET,
                    column.name(),
                    "a column of at most " + Shaping.MOST_CLASSES + " different values",
                    "The target " + name + " has more than " + Shaping.MOST_CLASSES
                    + " different values, the most that can be classes."
                    + (column.kind() == ColumnProfile.Kind.NUMBER ? " Linear regression predicts a number." : ""));
        }
    }

    private boolean[] used() throws DataException {
        boolean[] used = new boolean[survey.columns().size()];
        for (int i = 0; i < used.length; i++) {
            used[i] = i == target || survey.columns().get(i).isFeature();
        }
        tell(ColumnProfile::isConstant, "left out, since they are the same in every row");
        tell(each -> each.kind() == ColumnProfile.Kind.TEXT, "left out, since they hold too many different texts");
        survey.columns().stream().map(ColumnProfile::strayNote).filter(note -> !note.isEmpty()).forEach(told::add);
        long numbers = IntStream.range(0, used.length)
                .filter(i -> i != target && used[i] && survey.columns().get(i).kind() == ColumnProfile.Kind.NUMBER)
                .count();
        if (numbers * survey.rows() > Survey.MOST_CELLS) {
            throw new DataException(
                    DataException.FILE,
                    "more than " + Survey.MOST_CELLS + " numbers",
                    "at most " + Survey.MOST_CELLS + " numbers",
                    "These are more than " + Survey.MOST_CELLS + " numbers.");
        }
        return used;
    }

    private void tell(Predicate<ColumnProfile> which, String what) {
        String all = names(each -> which.test(each) && !each.name().equals(shaping.target()));
        if (!all.isEmpty()) {
            told.add("Columns " + what + ": " + all + ".");
        }
    }

    private String names(Predicate<ColumnProfile> which) {
        int most = 12;
        List<String> all = survey.columns().stream().filter(which).map(each -> DataException.quoted(each.name())).toList();
        return all.stream().limit(most).collect(Collectors.joining(", "))
                + (all.size() > most ? " and " + (all.size() - most) + " more" : "");
    }

    private int[] kept(ColumnValues columns, boolean[] used) {
        int[] kept = new int[columns.rows()];
        int count = 0;
        int withoutTarget = 0;
        for (int row = 0; row < columns.rows(); row++) {
            if (columns.isMissing(target, row)) {
                withoutTarget++;
                continue;
            }
            boolean whole = true;
            for (int i = 0; whole && !shaping.fill() && i < used.length; i++) {
                whole = !used[i] || !columns.isMissing(i, row);
            }
            if (whole) {
                kept[count++] = row;
            }
        }
        int dropped = columns.rows() - withoutTarget - count;
        if (withoutTarget > 0) {
            told.add(CsvText.count(withoutTarget, "row") + " dropped, since the target is missing.");
        }
        if (dropped > 0) {
            told.add(CsvText.count(dropped, "row") + " dropped, since something is missing.");
        }
        return Arrays.copyOf(kept, count);
    }

    /** Rows that train, and rows that test; each rising. */
    private int[][] split(int[] kept) {
        int[] order = kept.clone();
        Random random = SeededRandom.SPLIT.generator(shaping.split());
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int tests = (int) Math.floor(shaping.test() * kept.length + 0.5);
        int[] test = Arrays.copyOf(order, tests);
        int[] training = Arrays.copyOfRange(order, tests, order.length);
        Arrays.sort(test);
        Arrays.sort(training);
        return new int[][] {training, test};
    }

    /** Where some rows are among all that were kept. */
    private static int[] places(int[] rows, int[] some) {
        return Arrays.stream(some).map(row -> Arrays.binarySearch(rows, row)).toArray();
    }

    /** A number in a sentence. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
