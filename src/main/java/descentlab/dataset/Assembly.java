package descentlab.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Puts a table together from columns: fills, scales and finds categories by the rows that train. */
final class Assembly {

    private final ColumnValues columns;
    private final int[] rows;
    private final int[] training;
    private final boolean fill;
    private final List<String> told;
    private final List<String> features = new ArrayList<>();
    private final List<ShapedData.Scale> scales = new ArrayList<>();
    private List<String> classes = List.of();
    private double mean;
    private double deviation = 1;

    /**
     * @param rows of the columns, to be in the table
     * @param training those of them that all is fitted on
     * @param told receives what was done
     */
    Assembly(ColumnValues columns, int[] rows, int[] training, boolean fill, List<String> told) {
        this.columns = columns;
        this.rows = rows;
        this.training = training;
        this.fill = fill;
        this.told = told;
    }

    /** A column of categories, and the feature of each of its texts; -1 for those that were not seen in training. */
    private record Group(int column, int[] feature) {}

    MixedTable table(boolean[] used, int target, boolean ofClasses) throws DataException {
        List<Integer> numbers = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        List<String> constant = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (used[i] && columns.numbers(i) != null) {
                fillNumbers(i);
                ShapedData.Scale scale = scale(i);
                if (scale.deviation() > 0) {
                    numbers.add(i);
                    scales.add(scale);
                    features.add(name(i));
                } else {
                    constant.add(DataException.quoted(name(i)));
                }
            } else if (used[i]) {
                int before = categories.size();
                Group group = group(i, categories);
                if (categories.size() - before > 1) {
                    groups.add(group);
                } else {
                    categories.subList(before, categories.size()).clear();
                    constant.add(DataException.quoted(name(i)));
                }
            }
        }
        if (!constant.isEmpty()) {
            told.add("Columns left out, since they are the same in all rows that train: " + String.join(", ", constant) + ".");
        }
        features.addAll(categories);
        if (features.isEmpty()) {
            throw new DataException(DataException.FILE, "no column to learn from", "one beside the target", "No column is left to learn from: all others are empty, constant or free text.");
        }
        if (features.size() > Shaping.MOST_FEATURES) {
            throw new DataException(DataException.FILE, features.size() + " features", "at most " + Shaping.MOST_FEATURES + " features", "These are " + features.size() + " features, each category counted; "
                    + Shaping.MOST_FEATURES + " are the most.");
        }
        double[] targets = ofClasses ? classTargets(target) : numberTargets(target);
        return new MixedTable(
                numbers.size(), values(numbers), groups.size(), categories.size(), places(groups), targets);
    }

    private String name(int column) {
        return columns.survey().columns().get(column).name();
    }

    private void fillNumbers(int column) {
        double[] values = columns.numbers(column);
        int missing = (int) Arrays.stream(rows).filter(row -> Double.isNaN(values[row])).count();
        if (missing == 0 || !fill) {
            return;
        }
        double average = Arrays.stream(training).mapToDouble(row -> values[row]).filter(x -> !Double.isNaN(x)).average().orElse(0);
        for (int row : rows) {
            values[row] = Double.isNaN(values[row]) ? average : values[row];
        }
        told.add(CsvText.count(missing, "cell") + " of " + DataException.quoted(name(column)) + " filled with "
                + Shaper.number(average) + ", the mean of what trains.");
    }

    private ShapedData.Scale scale(int column) {
        double[] values = columns.numbers(column);
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int row : training) {
            sum += values[row];
            least = Math.min(least, values[row]);
            most = Math.max(most, values[row]);
        }
        double average = sum / training.length;
        double squares = 0;
        for (int row : training) {
            squares += (values[row] - average) * (values[row] - average);
        }
        // Of equal values the mean may be off by a rounding, and the deviation not quite 0.
        return new ShapedData.Scale(average, least == most ? 0 : Math.sqrt(squares / training.length));
    }

    private Group group(int column, List<String> categories) {
        int[] places = columns.places(column);
        List<String> texts = columns.texts(column);
        int[] seen = new int[texts.size()];
        for (int row : training) {
            if (places[row] != ColumnValues.MISSING) {
                seen[places[row]]++;
            }
        }
        int[] sorted = IntStream.range(0, seen.length)
                .filter(place -> seen[place] > 0)
                .boxed()
                .sorted((a, b) -> texts.get(a).compareTo(texts.get(b)))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] feature = new int[texts.size()];
        Arrays.fill(feature, -1);
        int usual = ColumnValues.MISSING;
        for (int place : sorted) {
            feature[place] = categories.size();
            categories.add(name(column) + " = " + texts.get(place));
            usual = usual == ColumnValues.MISSING || seen[place] > seen[usual] ? place : usual;
        }
        fillPlaces(column, usual);
        long unseen = Arrays.stream(rows)
                .filter(row -> places[row] != ColumnValues.MISSING && seen[places[row]] == 0)
                .count();
        if (unseen > 0) {
            told.add(CsvText.count((int) unseen, "test row") + " of a category of " + DataException.quoted(name(column))
                    + " that does not occur in training: 0 for all that do.");
        }
        return new Group(column, feature);
    }

    private void fillPlaces(int column, int usual) {
        int[] places = columns.places(column);
        int missing = (int) Arrays.stream(rows).filter(row -> places[row] == ColumnValues.MISSING).count();
        if (missing == 0 || !fill || usual == ColumnValues.MISSING) {
            return;
        }
        for (int row : rows) {
            places[row] = places[row] == ColumnValues.MISSING ? usual : places[row];
        }
        told.add(CsvText.count(missing, "cell") + " of " + DataException.quoted(name(column)) + " filled with "
                + DataException.quoted(columns.texts(column).get(usual)) + ", the most frequent of what trains.");
    }

    private double[] values(List<Integer> numbers) {
        int width = numbers.size();
        double[] all = new double[Math.multiplyExact(rows.length, width)];
        for (int j = 0; j < width; j++) {
            double[] column = columns.numbers(numbers.get(j));
            ShapedData.Scale scale = scales.get(j);
            for (int i = 0; i < rows.length; i++) {
                all[i * width + j] = (column[rows[i]] - scale.mean()) / scale.deviation();
            }
        }
        return all;
    }

    private int[] places(List<Group> groups) {
        int[] all = new int[rows.length * groups.size()];
        for (int k = 0; k < groups.size(); k++) {
            Group group = groups.get(k);
            int[] column = columns.places(group.column);
            for (int i = 0; i < rows.length; i++) {
                int place = column[rows[i]];
                all[i * groups.size() + k] = place == ColumnValues.MISSING ? -1 : group.feature[place];
            }
        }
        return all;
    }

    private double[] numberTargets(int target) throws DataException {
        ShapedData.Scale scale = scale(target);
        if (scale.deviation() == 0) {
            throw new DataException(
                    "target",
                    name(target),
                    "a column that is not the same in all rows that train",
                    "The target " + DataException.quoted(name(target)) + " is the same in all rows that train: there is nothing to tell.");
        }
        mean = scale.mean();
        deviation = scale.deviation();
        double[] values = columns.numbers(target);
        return Arrays.stream(rows).mapToDouble(row -> (values[row] - mean) / deviation).toArray();
    }

    private double[] classTargets(int target) throws DataException {
        ColumnValues.Classes all = columns.classes(target, rows);
        long trained = Arrays.stream(training).map(all.of()).distinct().count();
        if (trained < 2) {
            throw new DataException("target", name(target), "a column of two classes at least in the rows that train", "All rows that train are of one class of " + DataException.quoted(name(target))
                    + ": there is nothing to tell apart.");
        }
        classes = all.names();
        return Arrays.stream(rows).mapToDouble(row -> all.of().applyAsInt(row)).toArray();
    }

    List<String> features() {
        return features;
    }

    List<ShapedData.Scale> scales() {
        return scales;
    }

    List<String> classes() {
        return classes;
    }

    double mean() {
        return mean;
    }

    double deviation() {
        return deviation;
    }
}
