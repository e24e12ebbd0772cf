package descentlab.lab;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.shell.FirstScreen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the labs are, said where their plots will be until those are there. */
@Component
class LabScreens implements FirstScreen.Source {

    private record Words(String title, String what) {
    }

    private static final Map<String, Words> LABS = Map.of(
            SurfaceExperiment.PAGE,
            new Words(
                    "Surface lab",
                    "Race optimizers on a surface: drag the start, the rates and the angle, go through the steps, and see"
                            + " why each went where it went."),
            TrainingExperiment.PAGE,
            new Words(
                    "Training lab",
                    "Train models on real measurements and pictures, and see how the loss falls with each optimizer."),
            SpectrumExperiment.PAGE,
            new Words(
                    "Spectrum lab",
                    "See a matrix's eigenvalues in Gerschgorin's discs, and what rescaling does to them."));

    @Override
    public Optional<FirstScreen> at(String path) {
        return Optional.ofNullable(LABS.get(path)).map(words -> new FirstScreen(content(words), List.of()));
    }

    private static Div content(Words words) {
        Paragraph what = new Paragraph(words.what());
        what.addClassName("opening");
        Section plot = new Section(new H1(words.title()), what);
        plot.addClassNames("card", "plot");
        Div lab = new Div(plot, new Aside());
        lab.addClassName("lab");
        return lab;
    }
}
