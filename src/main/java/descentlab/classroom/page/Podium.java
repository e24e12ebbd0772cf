package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinServletRequest;
import descentlab.classroom.Attendance;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Lectern;
import descentlab.classroom.Poll;
import descentlab.classroom.Scene;
import descentlab.classroom.Topic;
import descentlab.controls.OptimizerList;
import descentlab.controls.RaceSettings;
import descentlab.element.KeptText;
import descentlab.element.Race;
import descentlab.element.RaceChart;
import descentlab.element.RaceInspector;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.element.RoomLead;
import descentlab.element.TrainingChart;
import descentlab.experiment.EncodedQuery;
import descentlab.experiment.SurfaceExperiment;
import descentlab.objective.Point;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a teacher leads with: the lab that all follow, and beside it the race, questions, tries, and the class. */
final class Podium extends Composite<Div> {

    private static final String CLASS = "Class";
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Lectern lectern;
    private final Race race = new Race();
    private final RaceSurface surface = new RaceSurface();
    private final TrainingChart training = new TrainingChart();
    private final Section plot;
    private final Div raceTab = new Div();
    private final KeptText openTab = new KeptText("Tab");
    private final RaceSettings settings = new RaceSettings(this::change);
    private final OptimizerList optimizers = new OptimizerList(
            SurfaceExperiment.MOST_RUNS, OptimizerList.Offer.ALL, changed -> change(experiment().withRuns(changed)));
    private final TextField link = new TextField("Or lead with a link of a lab");
    private final Div notice = new Div();
    private final Div unwritten = new Div("The server cannot write this room down just now. You can go on showing; votes, new"
            + " names and questions are refused until it can, and after a restart what you lead now would be gone. It is"
            + " tried every second, and this note goes when it works.");
    private final Span here = new Span();
    private final Button follow;
    private final Button freeze;
    private final Button back;
    private final Button lobby;
    private final AskPanel ask;
    private final TryPanel tries;
    private SurfaceExperiment experiment = SurfaceExperiment.initial();
    private String shownRun = "";

    Podium(Lectern lectern, Attendance attendance) {
        this.lectern = lectern;
        this.ask = new AskPanel(lectern, this::attempt);
        this.tries = new TryPanel(lectern, surface, this::attempt);
        follow = new Button("", click -> attempt(() -> lectern.follow(!lectern.room().board().following())));
        follow.setId("follow");
        back = new Button("Back to my race", click -> attempt(lectern::back));
        back.setId("back");
        back.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        freeze = new Button("", click -> attempt(() -> lectern.freeze(!lectern.room().board().frozen())));
        freeze.setId("freeze");
        lobby = new Button("", click -> attempt(() -> lectern.lobby(!lectern.room().lobby())));
        lobby.setId("lobby");
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        unwritten.setId("unwritten");
        unwritten.addClassName("say");
        unwritten.getElement().setAttribute("role", "status");
        surface.addClassName("fill");
        surface.addStartListener(moved ->
                change(experiment.withStart(new Point(moved.getX1(), moved.getX2()))));
        plot = new Section(bar(), settings.objectiveBar(), unwritten, notice, surface, training, new RaceTimeline());
        plot.addClassNames("card", "plot");
        RoomLead lead = new RoomLead();
        lead.lead("stream/rooms/" + lectern.room().code());
        lead.addLeadListener(this::playback);
        race.addGoneListener(gone -> attempt(lectern::renew));
        training.addGoneListener(gone -> attempt(lectern::renew));
        race.setStill(true);
        race.addClassNames("lab", "podium");
        race.add(plot, new Aside(tabs(attendance), openTab), lead);
        getContent().add(race);
        Watch.on(this, lectern.room(), Topic.CLASS, PAUSE, this::show);
        show();
    }

    private Component bar() {
        Span code = new Span(lectern.room().code().shown());
        code.addClassName("room-code");
        here.addClassName("chip");
        here.getElement().setAttribute("role", "status");
        String address = RoomAddress.of(VaadinServletRequest.getCurrent(), lectern.room().code());
        Span where = new Span(address.replaceFirst("^https?://", ""));
        where.addClassNames("soft", "room-address");
        Div bar = new Div(code, where, here, back, follow, freeze, lobby);
        bar.addClassName("podium-bar");
        return bar;
    }

    private Component tabs(Attendance attendance) {
        link.setHelperText("The address of a surface lab, or of a training lab but for the networks on pictures.");
        link.addClassName("wide");
        link.setMaxLength(2 * EncodedQuery.LONGEST);
        link.addValueChangeListener(change -> {
            if (change.isFromClient() && !change.getValue().isBlank()) {
                attempt(() -> lectern.lead(change.getValue()));
                link.clear();
            }
        });
        RaceChart chart = new RaceChart();
        chart.setGrowing(true); // it may be seen by the class
        raceTab.add(optimizers, settings, link, new RaceInspector(), chart);
        raceTab.addClassNames("stack", "race-tab");
        TabSheet tabs = new TabSheet();
        tabs.add("Race", raceTab);
        tabs.add("Ask", ask);
        tabs.add("Try", tries);
        tabs.add(CLASS, new ClassTable(lectern, attendance));
        // The class is a table: it takes width from the plot while it is looked at.
        tabs.addSelectedChangeListener(change -> race.getElement()
                .getClassList()
                .set("shows-class", change.getSelectedTab() != null && change.getSelectedTab().getLabel().equals(CLASS)));
        tabs.addClassNames("card", "podium-tabs");
        tabs.addSelectedChangeListener(change -> openTab.setValue(String.valueOf(tabs.getSelectedIndex())));
        openTab.addValueChangeListener(back -> {
            if (back.isFromClient() && back.getValue().matches("[0-3]")) {
                tabs.setSelectedIndex(Integer.parseInt(back.getValue()));
            }
        });
        return tabs;
    }

    private SurfaceExperiment experiment() {
        return experiment;
    }

    private void change(SurfaceExperiment changed) {
        if (!changed.equals(experiment)) {
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
                Optional.of(Scene.Scheme.valueOf(told.getScheme().toUpperCase(Locale.ROOT))),
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
        } catch (IllegalArgumentException notOurs) {
            say("That cannot be done.");
        }
    }

    private void show() {
        Board board = lectern.room().board();
        Scene scene = lectern.room().scene();
        boolean race = board.led() instanceof SurfaceExperiment;
        if (board.led() instanceof SurfaceExperiment led) {
            experiment = led;
            settings.show(led);
            optimizers.show(led.runs());
        }
        if (!scene.run().equals(shownRun)) {
            shownRun = scene.run();
            if (race) {
                this.race.show(scene.run(), scene.field());
            } else {
                training.setRun(scene.run().substring(scene.run().lastIndexOf('/') + 1));
            }
        }
        plot.getElement().getClassList().set("leads-training", !race);
        plot.getElement().getClassList().set("grows", !race);
        raceTab.getElement().getClassList().set("leads-training", !race);
        here.setText(board.here() + " of " + board.seated().size() + " here");
        follow.setText(board.following() ? "Let them explore" : "Have all follow");
        back.setVisible(board.aside() && board.open());
        freeze.setText(board.frozen() ? "Let them go on" : "Eyes up here");
        lobby.setText(lectern.room().lobby() ? "Project the race" : "Project the code");
        unwritten.setVisible(!board.written());
        follow.setEnabled(board.open());
        freeze.setEnabled(board.open());
        lobby.setEnabled(board.open());
        ask.show(board);
        tries.show(board);
        board.poll().ifPresentOrElse(this::draw, this::clear);
        if (!board.open()) {
            say("This room is closed. Its results stay in your rooms for 30 days.");
        }
    }

    private void draw(Poll poll) {
        Results.draw(surface, poll, ask.votesSeen(poll));
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
