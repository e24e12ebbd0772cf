package descentlab.embed;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.Titles;
import descentlab.experiment.TrainingExperiment;
import descentlab.notation.Decimal;
import descentlab.shell.LinkWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a lab's link shows, in words. Of somebody's own data it says no more than that it is. */
@Component
class LabWords implements LinkWords.Source {

    @Override
    public Optional<LinkWords> ofLink(String path, Map<String, List<String>> query) {
        if (!LabEmbeds.isLab(path)) {
            return Optional.empty();
        }
        try {
            Experiment experiment = LabEmbeds.read(path, query);
            return Optional.of(new LinkWords(LabEmbeds.title(experiment), sentence(experiment)));
        } catch (ExperimentException wrong) {
            return Optional.empty();
        }
    }

    private static String sentence(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> Titles.of(race) + ": " + count(race.steps(), "step") + " from ("
                    + Decimal.write(race.start().x1()) + ", " + Decimal.write(race.start().x2()) + ")"
                    + (race.noise() == 0 ? "" : ", with noise in the gradient") + ". Play it, step through it, change anything.";
            case TrainingExperiment training -> Titles.of(training) + ": " + count(training.plan().epochs(), "epoch") + " in batches of "
                    + training.plan().batch() + ". Loss against epoch, as it falls.";
            case SpectrumExperiment spectrum -> Titles.of(spectrum)
                    + ": its eigenvalues, its discs, and the same rescaled by its diagonal.";
        };
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
