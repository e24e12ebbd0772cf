package descentlab.model;

/**
 * What is asked of a network's scores o for a picture of class y, with e_j = 1 for j = y and else 0. The Hessian S of the
 * loss with respect to the scores is the product of a factor with its transpose, which has a column for each class.
 */
public enum Loss {
    /** log(sum_j exp(o_j)) - o_y: gradient p - e with p the softmax of o, S = diag(p) - p p^T, column k sqrt(p_k) (e_k - p). */
    CROSS_ENTROPY(
            "cross-entropy",
            "Cross-entropy",
            "\\ell = \\tfrac{1}{n} \\sum_i \\bigl(\\log \\sum_j e^{o_{ij}} - o_{i y_i}\\bigr)") {
        @Override
        double gradient(float[] o, int at, int classes, int label, double weight, float[] gradient) {
            double logSum = logSum(o, at, classes);
            for (int j = 0; j < classes; j++) {
                double probability = StrictMath.exp(o[at + j] - logSum);
                gradient[at + j] = (float) (weight * (probability - (j == label ? 1 : 0)));
            }
            return logSum - o[at + label];
        }

        @Override
        void change(float[] o, float[] ro, int at, int classes, double weight, float[] rgradient) {
            double logSum = logSum(o, at, classes);
            double mean = 0;
            for (int j = 0; j < classes; j++) {
                mean += StrictMath.exp(o[at + j] - logSum) * ro[at + j];
            }
            for (int j = 0; j < classes; j++) {
                rgradient[at + j] = (float) (weight * StrictMath.exp(o[at + j] - logSum) * (ro[at + j] - mean));
            }
        }

        @Override
        void column(float[] o, int at, int classes, int k, float[] column) {
            double logSum = logSum(o, at, classes);
            double root = StrictMath.exp((o[at + k] - logSum) / 2);
            for (int j = 0; j < classes; j++) {
                column[at + j] = (float) (root * ((j == k ? 1 : 0) - StrictMath.exp(o[at + j] - logSum)));
            }
        }
    },
    /** Half the squared error, summed over the scores: (1/2) sum_j (o_j - e_j)^2; gradient o - e, S = I. */
    SQUARED(
            "squared",
            "Squared error",
            "\\ell = \\tfrac{1}{2n} \\sum_i \\sum_j \\bigl(o_{ij} - [j = y_i]\\bigr)^2") {
        @Override
        double gradient(float[] o, int at, int classes, int label, double weight, float[] gradient) {
            double loss = 0;
            for (int j = 0; j < classes; j++) {
                double error = o[at + j] - (j == label ? 1.0 : 0.0);
                loss += error * error / 2;
                gradient[at + j] = (float) (weight * error);
            }
            return loss;
        }

        @Override
        void change(float[] o, float[] ro, int at, int classes, double weight, float[] rgradient) {
            for (int j = 0; j < classes; j++) {
                rgradient[at + j] = (float) (weight * ro[at + j]);
            }
        }

        @Override
        void column(float[] o, int at, int classes, int k, float[] column) {
            for (int j = 0; j < classes; j++) {
                column[at + j] = j == k ? 1 : 0;
            }
        }
    };

    private final String parameter;
    private final String title;
    private final String tex;

    Loss(String parameter, String title, String tex) {
        this.parameter = parameter;
        this.title = title;
        this.tex = tex;
    }

    /** Name in links. */
    public String parameter() {
        return parameter;
    }

    /** Name in sentences. */
    public String title() {
        return title;
    }

    /** The mean loss over the pictures, in TeX. */
    public String tex() {
        return tex;
    }

    /**
     * The loss of one picture.
     *
     * @param o scores, from {@code at} on
     * @param gradient receives the loss's, times {@code weight}, from {@code at} on
     */
    abstract double gradient(float[] o, int at, int classes, int label, double weight, float[] gradient);

    /** How the gradient changes as the scores change by {@code ro}: S R{o}, times {@code weight}. */
    abstract void change(float[] o, float[] ro, int at, int classes, double weight, float[] rgradient);

    /** Column k of the factor of S. */
    abstract void column(float[] o, int at, int classes, int k, float[] column);

    /** log(sum_j exp(o_j)), without overflow. */
    private static double logSum(float[] o, int at, int classes) {
        double largest = o[at];
        for (int j = 1; j < classes; j++) {
            if (o[at + j] > largest) {
                largest = o[at + j];
            }
        }
        double sum = 0;
        for (int j = 0; j < classes; j++) {
            sum += StrictMath.exp(o[at + j] - largest);
        }
        return largest + StrictMath.log(sum);
    }
}
