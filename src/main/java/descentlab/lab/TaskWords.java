package descentlab.lab;

import descentlab.dataset.PictureSet;
import descentlab.experiment.PictureTask;
import descentlab.experiment.TableTask;
import descentlab.experiment.Task;
import descentlab.model.Architecture;

/**
 * What the page says of a task.
 *
 * @param model the model's title
 * @param formula the loss in TeX
 */
record TaskWords(String model, String formula) {

    static TaskWords of(Task task) {
        return switch (task) {
            case TableTask.AIRFOIL ->
                new TaskWords("Linear regression", "\\ell = \\tfrac{1}{2n} \\sum_i (w^\\top x_i + b - y_i)^2");
            case TableTask.ZIPF_TEXT ->
                new TaskWords(
                        "Logistic regression",
                        "\\ell = \\tfrac{1}{n} \\sum_i \\log(1 + e^{z_i}) - y_i z_i, \\quad z_i = w^\\top x_i + b");
            case PictureTask(PictureSet any, Architecture network) ->
                new TaskWords(
                        network.title(), "\\ell = \\tfrac{1}{n} \\sum_i \\log \\sum_j e^{o_{ij}} - o_{i y_i}");
        };
    }
}
