package descentlab.notebook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.RaceRun;
import descentlab.controls.TrainingFigure;
import descentlab.element.Formula;
import descentlab.element.Race;
import descentlab.element.RacePair;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.element.SpectrumFacts;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPlane;
import descentlab.element.TrainingPair;
import descentlab.experiment.Experiment;
import descentlab.experiment.ExperimentException;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.Titles;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.util.List;
import java.util.Optional;

/** Two experiments side by side: races with one timeline for both, trainings on the same
 * axes, matrices in two planes; and how they differ, in words. */
@Route(Pair.PAGE)
@AnonymousAllowed
@PageTitle("Compare · Descent Lab")
@StyleSheet("descentlab/notebook.css")
class CompareView extends Div implements BeforeEnterObserver {

    private final RunService runs;
    private final Div notice = new Div();

    CompareView(RunService runs) {
        this.runs = runs;
        addClassNames("page", "compare");
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        say("");
        add(new H1("Two experiments side by side"), notice);
        try {
            Experiment one = experiment(event, Pair.ONE);
            Experiment two = experiment(event, Pair.TWO);
            Optional<String> refusal = new Pair(one, two).refusal();
            if (refusal.isPresent()) {
                say(refusal.get());
                add(notebook());
            } else {
                show(one, two);
            }
        } catch (ExperimentException wrong) {
            say(wrong.getMessage());
            add(notebook());
        }
    }

    private static Experiment experiment(BeforeEnterEvent event, String parameter) {
        return SharedLink.read(
                parameter, event.getLocation().getQueryParameters().getSingleParameter(parameter).orElse(""));
    }

    private static Component notebook() {
        return new Paragraph(new Anchor("notebook", "Choose two in your notebook"));
    }

    private void show(Experiment one, Experiment two) {
        if (one instanceof SurfaceExperiment first && two instanceof SurfaceExperiment second) {
            RacePair pair = new RacePair();
            pair.add(sides(race("First", first), race("Second", second)), new RaceTimeline());
            add(differences(one, two), pair);
        } else if (one instanceof TrainingExperiment first && two instanceof TrainingExperiment second) {
            TrainingPair pair = new TrainingPair();
            pair.add(sides(
                    side("First", first, new TrainingFigure(runs, first)),
                    side("Second", second, new TrainingFigure(runs, second))));
            add(differences(one, two), pair);
        } else if (one instanceof SpectrumExperiment first && two instanceof SpectrumExperiment second) {
            add(differences(one, two), sides(plane("First", first), plane("Second", second)));
        }
    }

    private static Div sides(Component first, Component second) {
        Div sides = new Div(first, second);
        sides.addClassName("sides");
        return sides;
    }

    private static Section side(String which, Experiment experiment, Component content) {
        Section side = new Section(
                new H2(which), new Paragraph(new Anchor(experiment.link(), Titles.of(experiment))), content);
        side.addClassName("card");
        return side;
    }

    private Component race(String which, SurfaceExperiment experiment) {
        Race race = new Race();
        RaceRun run = new RaceRun(runs, race);
        RaceSurface surface = new RaceSurface();
        surface.setStartMovable(false);
        race.add(surface);
        race.setStill(true);
        race.addGoneListener(gone -> start(run, experiment));
        start(run, experiment);
        return side(which, experiment, race);
    }

    private void start(RaceRun run, SurfaceExperiment experiment) {
        try {
            run.show(experiment);
        } catch (TooBusyException busy) {
            say(busy.getMessage());
        }
    }

    private static Component plane(String which, SpectrumExperiment experiment) {
        SpectrumLab lab = new SpectrumLab();
        lab.setMatrix(experiment.matrix().toString());
        Div plane = new Div(new SpectrumPlane(SpectrumPlane.Side.GIVEN, "The matrix", new Formula("M")).still());
        plane.addClassName("plane");
        lab.add(plane, new SpectrumFacts());
        return side(which, experiment, lab);
    }

    private static Component differences(Experiment one, Experiment two) {
        List<String> words = Differences.inWords(one, two);
        Section differences = new Section(new H2("What differs"));
        differences.addClassNames("card", "differences");
        if (words.isEmpty()) {
            differences.add(new Paragraph("Nothing: these are the same experiment."));
        } else {
            UnorderedList list = new UnorderedList();
            words.forEach(each -> list.add(new ListItem(each)));
            differences.add(list);
        }
        return differences;
    }

    private void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
    }
}
