package descentlab.trainer;

import descentlab.dataset.Airfoil;
import descentlab.dataset.ZipfText;
import descentlab.experiment.Task;

/**
 * What the page says of a task.
 *
 * @param data the data set's title
 * @param model the model's title
 * @param formula the loss in TeX
 * @param about what the data is, where it comes from and under which licence
 */
record TaskWords(String data, String model, String formula, String about) {

    static TaskWords of(Task task) {
        return switch (task) {
            case AIRFOIL ->
                new TaskWords(
                        "Airfoil self-noise",
                        "Linear regression",
                        "\\ell = \\tfrac{1}{2n} \\sum_i (w^\\top x_i + b - y_i)^2",
                        "Wind-tunnel measurements by NASA: " + Airfoil.TRAINING_ROWS + " examples, five features, and"
                                + " the sound pressure level to predict; all standardised. Source: Brooks, Pope and"
                                + " Marcolini 1989; UCI Machine Learning Repository, doi 10.24432/C5VW2C, CC BY 4.0.");
            case ZIPF_TEXT ->
                new TaskWords(
                        "Zipf text, synthetic",
                        "Logistic regression",
                        "\\ell = \\tfrac{1}{n} \\sum_i \\log(1 + e^{z_i}) - y_i z_i, \\quad z_i = w^\\top x_i + b",
                        "Synthetic: made by this application from a fixed seed; no real text, nobody's licence to"
                                + " mind. " + ZipfText.DOCUMENTS + " documents of " + ZipfText.DRAWS + " words drawn"
                                + " from " + ZipfText.WORDS + ", the r-th word with probability proportional to 1/r"
                                + " (Zipf's law), so that a few words are nearly everywhere and most are rare. A"
                                + " feature is 1 if its word occurs. Every word has a true weight, and a document's"
                                + " label is drawn by the logistic model with these: so what was learned of a word"
                                + " can be held against the truth.");
        };
    }
}
