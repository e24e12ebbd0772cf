package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import descentlab.classroom.Attendance;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.Poll;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Scene;
import descentlab.classroom.Topic;
import descentlab.controls.MeasuredPanels;
import descentlab.controls.OptimizerList;
import descentlab.controls.RaceRun;
import descentlab.controls.RaceSettings;
import descentlab.element.Race;
import descentlab.element.RaceChart;
import descentlab.element.RaceInspector;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.element.RoomLead;
import descentlab.element.TrainingChart;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import descentlab.objective.Point;
import descentlab.plan.Conductor;
import descentlab.plan.Plans;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a teacher leads with: the lab that all follow, and beside it the race, questions, tries, and the class. */
final class Podium extends Composite<Div> {

    /** The tab with the plan. */
    static final int PLAN = 4;

    private static final String CLASS = "Class";
    private static final Duration LOOK = Duration.ofSeconds(4);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Lectern lectern;
    private final Race race = new Race();
    private final RaceSurface surface = new RaceSurface();
    private final TrainingChart training = new TrainingChart();
    private final MeasuredPanels measured = new MeasuredPanels(training);
    private final TrainingCaption caption = new TrainingCaption();
    private final TrainingControl trainingControl;
    private final LedSpectrum spectrum;
    private final Section plot;
    private final Div raceTab = new Div();
    private final TabSheet tabs = new TabSheet();
    private final RaceRun ownRun;
    private final Prepared prepared = new Prepared(this::prepare, this::showPrepared, () -> prepare(null));
    private final RaceSettings settings = new RaceSettings(this::change);
    private final OptimizerList optimizers = new OptimizerList(
            SurfaceExperiment.MOST_RUNS, OptimizerList.Offer.ALL, changed -> change(experiment().withRuns(changed)));
    private final TextField link = new TextField("Or lead with a link");
    private final Div notice = new Div();
    private final Div unwritten = new Div("The server cannot write this room down just now. You can go on showing; votes, new"
            + " names and questions are refused until it can, and after a restart what you lead now would be gone. It is"
            + " tried every second, and this note goes when it works.");
    private final PodiumBar bar;
    private final PodiumInk ink;
    private final AskPanel ask;
    private final TryPanel tries;
    private final PlanPanel plan;
    private final ClassVoices voices;
    private SurfaceExperiment experiment = SurfaceExperiment.initial();
    private SurfaceExperiment shownOwn;
    private String shownRun = "";

    /**
     * Where a teacher is on their page, beside what the room keeps: it is in the address, so that it is there after a reload.
     *
     * @param tab which one is open, from 0
     * @param prepared link of the race that is prepared; empty if there is none
     */
    record Place(int tab, String prepared) {

        private static final String TAB = "tab";
        private static final String PREPARED = "prepared";

        /** Where it is kept while the teacher is on another page. */
        private static String in(RoomCode code) {
            return Place.class.getName() + " " + code;
        }

        static Place of(QueryParameters query, RoomCode code) {
            if (query.getParameters().isEmpty()
                    && VaadinSession.getCurrent().getAttribute(in(code)) instanceof Place left) {
                return left;
            }
            return new Place(
                    query.getSingleParameter(TAB).filter(tab -> tab.matches("[0-9]")).map(Integer::parseInt).orElse(0),
                    query.getSingleParameter(PREPARED).orElse(""));
        }

        /** A race that is too long for an address is not in it. */
        String query() {
            String without = QueryParameters.of(TAB, String.valueOf(tab)).getQueryString();
            String whole = prepared.isEmpty() ? without : without + "&" + QueryParameters.of(PREPARED, prepared).getQueryString();
            return EncodedQuery.fits(whole) ? whole : without;
        }
    }

    Podium(Lectern lectern, Attendance attendance, RunService runs, Plans plans, PageWords pages, Place place) {
        this.lectern = lectern;
        this.plan = new PlanPanel(new Conductor(lectern), this::attempt, plans, lectern.room().teacher());
        this.ownRun = new RaceRun(runs, race);
        this.bar = new PodiumBar(lectern, pages, this::attempt);
        this.voices = new ClassVoices(lectern, this::attempt);
        this.ink = new PodiumInk(lectern, surface, training, this::attempt);
        this.ask = new AskPanel(lectern, this::attempt);
        this.trainingControl = new TrainingControl(lectern, training, this::attempt);
        this.spectrum = new LedSpectrum(lectern, this::attempt);
        this.tries = new TryPanel(lectern, surface, this::attempt, this::begin);
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        unwritten.setId("unwritten");
        unwritten.addClassName("say");
        unwritten.getElement().setAttribute("role", "status");
        surface.addClassName("fill");
        surface.addStartListener(moved ->
                change(experiment.withStart(new Point(moved.getX1(), moved.getX2()))));
        plot = new Section(bar, settings.objectiveBar(), unwritten, notice, surface, caption, trainingControl, training, spectrum, new RaceTimeline());
        plot.addClassNames("card", "plot");
        RoomLead lead = new RoomLead();
        lead.lead("stream/rooms/" + lectern.room().code());
        lead.addLeadListener(this::playback);
        race.addGoneListener(gone -> attempt(prepared.race().isPresent() ? this::runPrepared : lectern::renew));
        training.addGoneListener(gone -> attempt(lectern::renew));
        race.setStill(true);
        race.addClassNames("lab", "podium");
        tabs(attendance);
        race.add(plot, new Aside(tabs), lead, plan.keys(), Watch.again(lectern.room(), LOOK, this::show));
        if (!place.prepared().isEmpty()) {
            attempt(() -> {
                if (Lectern.experiment(place.prepared()) instanceof SurfaceExperiment was) {
                    prepared.set(was);
                }
            });
        }
        tabs.setSelectedIndex(Math.min(place.tab(), tabs.getTabCount() - 1));
        tabs.addSelectedChangeListener(change -> remember());
        getContent().add(race);
        Watch.on(this, lectern.room(), Topic.CLASS, PAUSE, this::show);
        Watch.on(this, lectern.room(), Topic.SCENE, PAUSE, this::follow);
        show();
    }

    private void tabs(Attendance attendance) {
        link.setHelperText("Of the surface, the training or the spectrum lab, to show it; of any other page, to have all open it.");
        link.addClassName("wide");
        link.setMaxLength(2 * EncodedQuery.LONGEST);
        link.addValueChangeListener(change -> {
            if (change.isFromClient() && !change.getValue().isBlank()) {
                lead(change.getValue());
                link.clear();
            }
        });
        RaceChart chart = new RaceChart();
        chart.setGrowing(true); // it may be seen by the class
        raceTab.add(prepared, optimizers, settings, link, new RaceInspector(), chart);
        raceTab.addClassNames("stack", "race-tab");
        tabs.add("Race", raceTab);
        tabs.add("Ask", ask);
        tabs.add("Try", tries);
        tabs.add(CLASS, new ClassTable(lectern, attendance));
        tabs.add("Plan", plan);
        tabs.add("Voices", voices);
        // The class is a table: it takes width from the plot while it is looked at.
        tabs.addSelectedChangeListener(change -> race.getElement()
                .getClassList()
                .set("shows-class", change.getSelectedTab() != null && change.getSelectedTab().getLabel().equals(CLASS)));
        tabs.addClassNames("card", "podium-tabs");
    }

    private void remember() {
        Place place = new Place(tabs.getSelectedIndex(), prepared.race().map(SurfaceExperiment::link).orElse(""));
        VaadinSession.getCurrent().setAttribute(Place.in(lectern.room().code()), place);
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(
                null, "class/" + lectern.room().code() + "/lead?" + place.query()));
    }

    private void lead(String pasted) {
        attempt(() -> {
            if (prepared.race().isPresent() && Lectern.isLab(pasted) && Lectern.experiment(pasted) instanceof SurfaceExperiment other) {
                prepare(other);
            } else if (Lectern.isLab(pasted)) {
                lectern.lead(pasted);
            } else {
                lectern.visit(pasted);
            }
        });
    }

    // What only the teacher sees

    private void prepare() {
        prepare(experiment);
    }

    /** @param other what is prepared now; null for nothing */
    private void prepare(SurfaceExperiment other) {
        prepared.set(other);
        remember();
        show();
    }

    private void showPrepared() {
        begin(() -> {});
    }

    /** Does something with the race that the teacher sees: the class sees it too from then on. */
    private void begin(Runnable action) {
        attempt(() -> {
            prepared.race().ifPresent(race -> {
                lectern.stage(race);
                prepare(null);
            });
            action.run();
        });
    }

    private void runPrepared() {
        shownOwn = prepared.race().orElseThrow();
        shownRun = "";
        try {
            ownRun.show(shownOwn);
        } catch (TooBusyException busy) {
            say(busy.getMessage());
        }
    }

    private SurfaceExperiment experiment() {
        return experiment;
    }

    private void change(SurfaceExperiment changed) {
        if (changed.equals(experiment)) {
            return;
        }
        if (prepared.race().isPresent()) {
            prepare(changed);
        } else {
            attempt(() -> lectern.lead(changed));
            show();
        }
    }

    private void playback(RoomLead.LeadChange told) {
        if (!told.isPlaying() && told.getStep() >= experiment.steps()) {
            ask.raceEnded();
        }
        attempt(() -> lectern.play(new Scene.Playback(
                told.getStep(),
                told.isPlaying(),
                told.getSpeed(),
                told.getHand())));
    }

    /** Does something; if it is refused, says why and shows the room as it is. */
    private void attempt(Runnable action) {
        try {
            action.run();
            say("");
        } catch (ClassroomException refused) {
            say(refused.getMessage());
            shownRun = "";
            spectrum.forget();
        } catch (IllegalArgumentException notOurs) {
            say("That cannot be done.");
        }
    }

    private void show() {
        Board board = lectern.room().board();
        if (!board.open()) {
            showClosed();
            return;
        }
        Scene scene = lectern.room().scene();
        if (prepared.race().filter(board.led()::equals).isPresent() && board.poll().isPresent()) {
            prepared.set(null); // it was asked about, and so all see it
            remember();
        }
        Experiment seen = prepared.race().<Experiment>map(own -> own).orElse(board.led());
        boolean race = seen instanceof SurfaceExperiment;
        if (seen instanceof SurfaceExperiment led) {
            experiment = led;
            settings.show(led);
            optimizers.show(led.runs());
        }
        if (prepared.race().isPresent()) {
            if (!experiment.equals(shownOwn)) {
                runPrepared();
            }
        } else if (!scene.run().equals(shownRun)) {
            shownOwn = null;
            shownRun = scene.run();
            switch (seen) {
                case SurfaceExperiment led -> this.race.show(scene.run(), scene.field());
                case TrainingExperiment led -> {
                    caption.show(led);
                    measured.show(led);
                    training.setRun(scene.run().substring(scene.run().lastIndexOf('/') + 1));
                }
                case SpectrumExperiment led -> {} // shown below, unless this window has made it
            }
        }
        follow();
        plot.getElement().getClassList().set("leads-training", seen instanceof TrainingExperiment);
        plot.getElement().getClassList().set("leads-spectrum", seen instanceof SpectrumExperiment);
        plot.getElement().getClassList().set("grows", !race);
        raceTab.getElement().getClassList().set("leads-other", !race);
        trainingControl.show(scene, board.open());
        unwritten.setVisible(!board.written());
        bar.show(board, prepared.race().isPresent());
        ink.show(board, prepared.race().isPresent());
        ask.show(board, seen);
        tries.show(board, seen);
        plan.show(board);
        voices.show(Instant.now());
        board.poll().ifPresentOrElse(this::draw, this::clear);
    }

    /** Nothing of what stood here does anything any more. */
    private void showClosed() {
        if (getContent().getChildren().noneMatch(ClosedRoom.class::isInstance)) {
            getContent().removeAll();
            getContent().add(new ClosedRoom(lectern.room().code()));
        }
    }

    private void follow() {
        spectrum.show(lectern.room().scene());
    }

    private void draw(Poll poll) {
        Results.draw(surface, poll, Optional.of(poll).filter(ask::votesSeen).map(Poll::tally));
    }

    private void clear() {
        surface.setCloud(List.of());
        surface.setSecondCloud(List.of());
        surface.clearTruth();
    }

    private void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
    }
}
