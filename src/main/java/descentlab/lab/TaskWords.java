package descentlab.lab;

import descentlab.dataset.DataSheet;
import descentlab.experiment.Task;

/**
 * What the page says of a task.
 *
 * @param data what is to be known of the data set
 * @param model the model's title
 * @param formula the loss in TeX
 */
record TaskWords(DataSheet data, String model, String formula) {

    static TaskWords of(Task task) {
        DataSheet data = DataSheet.of(task.data()).orElseThrow();
        return switch (task) {
            case AIRFOIL ->
                new TaskWords(
                        data, "Linear regression", "\\ell = \\tfrac{1}{2n} \\sum_i (w^\\top x_i + b - y_i)^2");
            case ZIPF_TEXT ->
                new TaskWords(
                        data,
                        "Logistic regression",
                        "\\ell = \\tfrac{1}{n} \\sum_i \\log(1 + e^{z_i}) - y_i z_i, \\quad z_i = w^\\top x_i + b");
        };
    }
}
