package descentlab.embed;

import descentlab.experiment.Experiment;
import descentlab.experiment.Reading;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.optimizer.Method;
import descentlab.optimizer.MethodSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The labs, each with what its link says. */
@Component
class LabEmbeds implements EmbedSource {

    private static final List<String> PAGES =
            List.of(SurfaceExperiment.PAGE, TrainingExperiment.PAGE, SpectrumExperiment.PAGE);

    private static final String USUAL_MATRIX = "2,1;1,3";

    @Override
    public Optional<Embed> at(String path, Map<String, List<String>> query) {
        if (!PAGES.contains(path)) {
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

    /** As the lab opens it. */
    private static Experiment read(String page, Map<String, List<String>> query) {
        boolean usual = page.equals(SpectrumExperiment.PAGE) && query.isEmpty();
        Reading<? extends Experiment> reading =
                Experiment.read(page, usual ? Map.of(SpectrumExperiment.PARAMETER, List.of(USUAL_MATRIX)) : query);
        return reading.orThrow().opened();
    }

    @Override
    public Optional<String> forPage(String path, Map<String, List<String>> query) {
        return PAGES.contains(path) ? Optional.of(path) : Optional.empty();
    }

    @Override
    public String examples() {
        return "/embed/lab/surface, /embed/lab/training and /embed/lab/spectrum, each with its lab's query";
    }

    static String title(Experiment experiment) {
        return switch (experiment) {
            case SurfaceExperiment race ->
                names(race.runs()) + " on " + race.objective().title();
            case TrainingExperiment training ->
                names(training.runs()) + " on " + training.task().data() + " (" + training.task().title() + ")";
            case SpectrumExperiment spectrum ->
                "Eigenvalues and Gerschgorin discs of a " + spectrum.matrix().size() + "×" + spectrum.matrix().size()
                        + " matrix";
        };
    }

    private static String names(List<Method> runs) {
        return runs.stream().limit(3).map(MethodSpec::print).collect(Collectors.joining(", "))
                + (runs.size() > 3 ? " and " + (runs.size() - 3) + " more" : "");
    }
}
