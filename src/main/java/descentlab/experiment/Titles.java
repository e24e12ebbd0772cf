package descentlab.experiment;

import descentlab.notation.Decimal;
import descentlab.optimizer.Method;
import java.util.List;
import java.util.stream.Collectors;

/** What experiments are called that nobody gave a name. */
public final class Titles {

    private static final int RUNS_SHOWN = 3;
    private static final int LONGEST = 60;

    private Titles() {}

    /** What is done where: Adagrad 0.4, Momentum 0.1 on Ellipse. */
    public static String of(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> runs(race.runs()) + " on " + surface(race);
            case TrainingExperiment training -> runs(training.runs()) + " on "
                    + training.task().sheet().title() + ", " + training.task().title();
            case SpectrumExperiment spectrum -> "Matrix " + shortened(spectrum.matrix().toString());
        };
    }

    /** Which lab it is from. */
    public static String lab(String page) {
        return switch (page) {
            case SurfaceExperiment.PAGE -> "Surface";
            case TrainingExperiment.PAGE -> "Training";
            case SpectrumExperiment.PAGE -> "Spectrum";
            default -> page;
        };
    }

    private static String runs(List<Method> runs) {
        int shown = runs.size() > RUNS_SHOWN ? RUNS_SHOWN - 1 : runs.size();
        String text = runs.stream()
                .limit(shown)
                .map(run -> run.title() + " " + Decimal.write(run.lr()))
                .collect(Collectors.joining(", "));
        return runs.isEmpty() ? "Nothing" : shown < runs.size() ? text + " and " + (runs.size() - shown) + " more" : text;
    }

    private static String surface(SurfaceExperiment race) {
        String name = race.choice() instanceof ObjectiveChoice.Typed(var expression)
                ? shortened(expression.text())
                : race.choice().objective().title();
        return race.rotate() == 0 ? name : name + ", turned by " + Decimal.write(race.rotate()) + "°";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
