package descentlab.model;

/**
 * What is lost by an example's scores, and what follows from them. Logarithms and exponentials are StrictMath's, so that
 * numbers are the same on every machine, and arranged so that nothing overflows.
 */
public enum TargetLoss {
    /** Half the squared error of one score: (z - y)^2 / 2, slope z - y. */
    SQUARED {
        @Override
        public int outputs(int classes) {
            return 1;
        }

        @Override
        double loss(double[] z, double y) {
            return (z[0] - y) * (z[0] - y) / 2;
        }

        @Override
        void slope(double[] z, double y) {
            z[0] -= y;
        }

        @Override
        int told(double[] z) {
            throw new IllegalStateException("a number is no class");
        }
    },
    /** Cross entropy of two classes by one score: log(1 + exp(z)) - y z, slope s(z) - y. */
    LOGISTIC {
        @Override
        public int outputs(int classes) {
            return 1;
        }

        @Override
        double loss(double[] z, double y) {
            return LogisticRegression.loss(z[0], y);
        }

        @Override
        void slope(double[] z, double y) {
            z[0] = LogisticRegression.sigmoid(z[0]) - y;
        }

        @Override
        int told(double[] z) {
            return z[0] > 0 ? 1 : 0;
        }
    },
    /** Cross entropy of several classes by a score each: log sum exp(z_k) - z_y, slope softmax(z)_k - [k = y]. */
    SOFTMAX {
        @Override
        public int outputs(int classes) {
            return classes;
        }

        @Override
        double loss(double[] z, double y) {
            double largest = z[told(z)];
            double sum = 0;
            for (double each : z) {
                sum += StrictMath.exp(each - largest);
            }
            return StrictMath.log(sum) + largest - z[(int) y];
        }

        @Override
        void slope(double[] z, double y) {
            double largest = z[told(z)];
            double sum = 0;
            for (int k = 0; k < z.length; k++) {
                z[k] = StrictMath.exp(z[k] - largest);
                sum += z[k];
            }
            for (int k = 0; k < z.length; k++) {
                z[k] /= sum;
            }
            z[(int) y] -= 1;
        }

        @Override
        int told(double[] z) {
            int best = 0;
            for (int k = 1; k < z.length; k++) {
                best = z[k] > z[best] ? k : best;
            }
            return best;
        }
    };

    /** Scores of an example. */
    public abstract int outputs(int classes);

    /** The loss of scores, which are left as they are. */
    abstract double loss(double[] z, double y);

    /** Puts the derivatives of the loss in place of the scores. */
    abstract void slope(double[] z, double y);

    /** The class that scores tell, the first of equals. */
    abstract int told(double[] z);

    /** Whether it tells classes. */
    public boolean ofClasses() {
        return this != SQUARED;
    }
}
