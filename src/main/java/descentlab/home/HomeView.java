package descentlab.home;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.RaceRun;
import descentlab.element.Race;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;

/** The first page: what this is, a race to watch, and the doors. */
@StyleSheet("descentlab/home.css")
@Route("")
@AnonymousAllowed
@PageTitle("Descent Lab")
class HomeView extends Div implements AfterNavigationObserver {

    private final Race race = new Race();
    private final RaceRun run;
    private SurfaceExperiment experiment = SurfaceExperiment.initial();

    HomeView(RunService runs) {
        this.run = new RaceRun(runs, race);
        addClassName("home");
        RaceSurface surface = new RaceSurface();
        surface.addClassName("fill");
        surface.addStartListener(moved -> {
            experiment = experiment.withStart(new Point(moved.getX1(), moved.getX2()));
            start();
        });
        race.addClassNames("card", "home-race");
        race.add(surface, new RaceTimeline());
        race.addGoneListener(gone -> start());
        Div top = new Div(words(), race);
        top.addClassName("home-top");
        Div doors = new Div(
                door(
                        "lesson",
                        "Lessons",
                        "Why one rate for all does not do, and what Adagrad and momentum do instead; with numbers to drag."),
                door("lab/surface", "Surface lab", "Race up to eight optimizers on a surface; step, rewind, look inside."),
                door("lab/training", "Training lab", "Train a model on NASA's airfoil measurements, streamed live."),
                door(
                        "lab/spectrum",
                        "Spectrum lab",
                        "See a matrix's eigenvalues in Gerschgorin's discs, and what rescaling does to them."),
                door("exercises", "Exercises", "The chapter's six, checked part by part, and drills without end."),
                door("class", "Class", "A teacher leads, every screen follows; predict, then run; all try at once."));
        doors.addClassName("home-doors");
        Footer foot = new Footer(new Anchor("notebook", "My experiments"), new Anchor("data", "Data"), new Anchor("licences", "Licences"));
        foot.addClassName("home-foot");
        add(top, doors, foot);
    }

    private static Component words() {
        Paragraph what = new Paragraph("Descent Lab shows how optimizers behave: race them on a surface, train them on"
                + " real data, and see in numbers why one slows down where another does not.");
        what.addClassName("lead");
        Anchor enter = new Anchor("lab/surface", "Race them yourself");
        enter.addClassName("button-link");
        Section words = new Section(new H1("Watch optimizers find their way."), what, enter);
        words.addClassName("home-words");
        return words;
    }

    /** The page without what is computed. */
    static Component firstScreen() {
        Div race = new Div();
        race.addClassNames("card", "home-race");
        Div top = new Div(words(), race);
        top.addClassName("home-top");
        Div page = new Div(top);
        page.addClassName("home");
        return page;
    }

    private static Component door(String path, String title, String text) {
        Anchor door = new Anchor(path, new H2(title), new Paragraph(text));
        door.addClassNames("card", "home-door");
        return door;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        start();
    }

    private void start() {
        try {
            run.show(experiment);
        } catch (TooBusyException busy) {
            race.setVisible(false); // the page is whole without it
        }
    }
}
