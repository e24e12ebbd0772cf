package descentlab.embed;

import descentlab.experiment.Experiment;
import descentlab.experiment.Reading;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.Titles;
import descentlab.experiment.TrainingExperiment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The labs, each with what its link says. */
@Component
class LabEmbeds implements EmbedSource {

    private static final List<String> PAGES =
            List.of(SurfaceExperiment.PAGE, TrainingExperiment.PAGE, SpectrumExperiment.PAGE);

    private static final String USUAL_MATRIX = "2,1;1,3";

    @Override
    public Optional<Embed> at(String path, Map<String, List<String>> query) {
        if (!isLab(path)) {
            return Optional.empty();
        }
        Experiment experiment = read(path, query);
        return Optional.of(new Embed(
                title(experiment),
                EmbeddedFigure.of(experiment),
                experiment.link(),
                Optional.of(experiment.link()),
                List.of("descentlab/spectrum.css"),
                EmbeddedFigure.height(experiment)));
    }

    static boolean isLab(String path) {
        return PAGES.contains(path);
    }

    /**
     * As the lab opens it.
     *
     * @throws descentlab.experiment.ExperimentException if the query is wrong
     */
    static Experiment read(String page, Map<String, List<String>> query) {
        boolean usual = page.equals(SpectrumExperiment.PAGE) && query.isEmpty();
        Reading<? extends Experiment> reading =
                Experiment.read(page, usual ? Map.of(SpectrumExperiment.PARAMETER, List.of(USUAL_MATRIX)) : query);
        return reading.orThrow().opened();
    }

    @Override
    public Optional<String> forPage(String path, Map<String, List<String>> query) {
        return isLab(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public String examples() {
        return "/embed/lab/surface, /embed/lab/training and /embed/lab/spectrum, each with its lab's query";
    }

    static String title(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race -> Titles.of(race);
            case TrainingExperiment training -> Titles.of(training);
            case SpectrumExperiment spectrum ->
                "Eigenvalues and Gerschgorin discs of a " + spectrum.matrix().size() + "×" + spectrum.matrix().size()
                        + " matrix";
        };
    }
}
