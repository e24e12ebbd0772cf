package descentlab.dataset;

import java.util.List;

/**
 * Examples with real features and one real target, in double precision.
 *
 * @param name as in links
 * @param featureNames d names
 * @param features n x d values, row-major
 * @param targets n values
 */
public record Table(String name, List<String> featureNames, double[] features, double[] targets) {

    public Table {
        if (features.length != targets.length * featureNames.size()) {
            throw new IllegalArgumentException("features must hold " + targets.length + " x " + featureNames.size()
                    + " values, got " + features.length);
        }
    }

    /** Number of examples n. */
    public int examples() {
        return targets.length;
    }

    /** Number of features d. */
    public int width() {
        return featureNames.size();
    }
}
