package descentlab.experiment;

import descentlab.model.LinearRegression;
import descentlab.model.LogisticRegression;
import descentlab.model.TargetLoss;
import java.util.Arrays;
import java.util.List;

/** What can be fitted to somebody's own data: to a number as target, or to classes. */
public enum OwnModel {
    LINEAR(LinearRegression.NAME, LinearRegression.TITLE, TargetLoss.SQUARED, LinearRegression.LOSS, false),
    RIDGE(
            "ridge",
            "Ridge regression",
            TargetLoss.SQUARED,
            LinearRegression.LOSS + " + \\tfrac{\\lambda}{2} \\lVert w \\rVert^2",
            false),
    LOGISTIC(LogisticRegression.NAME, LogisticRegression.TITLE, TargetLoss.LOGISTIC, LogisticRegression.LOSS, false),
    SOFTMAX(
            "softmax",
            "Softmax regression",
            TargetLoss.SOFTMAX,
            "\\ell = \\tfrac{1}{n} \\sum_i \\log \\textstyle\\sum_k e^{z_{ik}} - z_{iy_i}, \\quad z_i = W x_i + b",
            false),
    MLP(
            "mlp",
            "Perceptron with a hidden layer",
            TargetLoss.SQUARED,
            "\\ell = \\tfrac{1}{2n} \\sum_i (z_i - y_i)^2, \\quad z_i = w_2^\\top \\max(W_1 x_i + b_1, 0) + b_2",
            true),
    MLP_CLASSIFIER(
            "mlp-classifier",
            "Perceptron with a hidden layer",
            TargetLoss.SOFTMAX,
            "\\ell = \\tfrac{1}{n} \\sum_i \\log \\textstyle\\sum_k e^{z_{ik}} - z_{iy_i}, \\quad z_i = W_2 \\max(W_1 x_i + b_1, 0) + b_2",
            true);

    /** All, in the order they are offered. */
    public static final List<OwnModel> ALL = List.of(values());

    private final String parameter;
    private final String title;
    private final TargetLoss loss;
    private final String tex;
    private final boolean hidden;

    OwnModel(String parameter, String title, TargetLoss loss, String tex, boolean hidden) {
        this.parameter = parameter;
        this.title = title;
        this.loss = loss;
        this.tex = tex;
        this.hidden = hidden;
    }

    /** How a link names it. */
    public String parameter() {
        return parameter;
    }

    /** Its name in sentences. */
    public String title() {
        return title;
    }

    /** What is lost by an example. */
    public TargetLoss loss() {
        return loss;
    }

    /** The loss, in TeX. */
    public String tex() {
        return tex;
    }

    /** Whether its target is one of some classes. */
    public boolean ofClasses() {
        return loss.ofClasses();
    }

    /** Whether it has a hidden layer. */
    public boolean hasHiddenLayer() {
        return hidden;
    }

    /** Those for such a target. */
    public static List<OwnModel> of(boolean classes) {
        return Arrays.stream(values()).filter(each -> each.ofClasses() == classes).toList();
    }
}
