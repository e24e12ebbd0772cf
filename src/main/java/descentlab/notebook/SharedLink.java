package descentlab.notebook;

import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.Link;
import descentlab.experiment.Problem;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A link to an experiment as it stands in a link to a page of several. */
final class SharedLink {

    private static final List<String> PAGES =
            List.of(SurfaceExperiment.PAGE, TrainingExperiment.PAGE, SpectrumExperiment.PAGE);

    private SharedLink() {}

    /**
     * The experiment, as its lab opens it.
     *
     * @param parameter where the link stands, for saying what is wrong with it
     * @throws ExperimentException if it is no link to a lab, or anything in it is wrong
     */
    static Experiment read(String parameter, String text) {
        Link link = Link.of(text);
        String page = PAGES.stream().filter(link::leadsTo).findFirst().orElseThrow(() -> new ExperimentException(
                new Problem(parameter, text, "a link to a lab, as in " + SurfaceExperiment.PAGE + "?steps=20", false)));
        return link.in(page).orThrow().opened();
    }

    /** A parameter that holds a link, encoded so that its own parameters stay its own. */
    static String parameter(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
