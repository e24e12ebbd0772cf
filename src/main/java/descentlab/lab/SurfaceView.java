package descentlab.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.TakeAway;
import descentlab.controls.BranchForm;
import descentlab.controls.OptimizerList;
import descentlab.controls.Permalink;
import descentlab.controls.RaceRun;
import descentlab.controls.RaceSettings;
import descentlab.controls.RunOwner;
import descentlab.element.BranchAsked;
import descentlab.element.DragHints;
import descentlab.element.Race;
import descentlab.element.RaceChart;
import descentlab.element.RaceInspector;
import descentlab.element.RaceSurface;
import descentlab.element.RaceTimeline;
import descentlab.element.StepAnatomy;
import descentlab.element.SurfaceMaps;
import descentlab.element.SweepChart;
import descentlab.element.WhenNear;
import descentlab.experiment.HeatExperiment;
import descentlab.experiment.LabRates;
import descentlab.experiment.Problem;
import descentlab.experiment.Reading;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.SweepExperiment;
import descentlab.notation.Decimal;
import descentlab.notebook.KeepButton;
import descentlab.objective.Point;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import descentlab.shell.HasHeaderActions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The surface lab: a race of optimizers on a surface, and all that can be changed about it. */
@Route(SurfaceExperiment.PAGE)
@AnonymousAllowed
@PageTitle("Surface lab · Descent Lab")
@Menu(title = "Surface", order = 20)
class SurfaceView extends Div implements BeforeEnterObserver, HasHeaderActions {

    // Of what is made when one comes near, in pixels.
    private static final int MAPS_HEIGHT = 584;
    private static final int CHART_HEIGHT = 150;
    private static final int INSPECTOR_HEIGHT = 390;
    private static final int OPTIMIZER_HEIGHT = 70;
    private static final int ADD_HEIGHT = 64;

    private final RunService runs;
    private final RaceRun run;
    private final Permalink permalink = new Permalink("api/surface", "csv", "json");
    private final KeepButton keep;
    private final Race race = new Race();
    private final SweepChart sweep = new SweepChart();
    private final SurfaceMaps maps = new SurfaceMaps(sweep);
    private final Div notice = new Div();
    private final RaceSettings settings = new RaceSettings(this::change);
    private final OptimizerList optimizers = new OptimizerList(
            SurfaceExperiment.MOST_RUNS,
            OptimizerList.Offer.ALL,
            changed -> change(experiment().withRuns(changed)));

    private final WhenNear optimizersRoom = WhenNear.orByAndBy(() -> optimizers);

    private final BranchForm branch =
            new BranchForm("step", false, branched -> change((SurfaceExperiment) branched));

    private SurfaceExperiment experiment = SurfaceExperiment.initial();
    private LabRates rates = LabRates.initial();

    SurfaceView(RunService runs, KeepButton.Maker keep) {
        this.keep = keep.of(permalink);
        this.runs = runs;
        this.run = new RaceRun(runs, race);
        race.addClassNames("lab", "surface");
        race.setPinning(true);
        race.add(plot(), side(), new DragHints());
        race.addGoneListener(gone -> start());
        race.addRatePickListener(picked ->
                pick(() -> experiment.withRate(picked.getSeries(), picked.getLr())));
        maps.addSettingsPickListener(picked -> pick(() ->
                experiment.withSetting(picked.getSeries(), picked.getLr(), picked.getKey(), picked.getValue())));
        maps.addNoisePickListener(picked -> pick(() -> withNoise(picked.getNoise())));
        add(race);
    }

    private Component plot() {
        RaceSurface surface = new RaceSurface();
        surface.addClassName("fill");
        surface.addStartListener(moved ->
                change(experiment.withStart(new Point(moved.getX1(), moved.getX2())), moved.isFinal()));
        RaceTimeline timeline = new RaceTimeline();
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        H1 title = new H1("Surface lab");
        title.addClassName("visually-hidden");
        Section plot = new Section(title, settings.objectiveBar(), notice, surface, timeline);
        ComponentEventListener<BranchAsked> branching = asked -> {
            plot.add(branch); // there once it is asked for: few ask
            branch.open(experiment, asked.run(), run -> asked.step());
        };
        timeline.addBranchListener(branching);
        surface.addBranchListener(branching);
        plot.addClassNames("card", "plot");
        return plot;
    }

    private Component side() {
        // What the rates lead to stands right after them, or, where there is room, beside them and the plot.
        Div charts = new Div(card(later(MAPS_HEIGHT, () -> maps)), card(later(CHART_HEIGHT, RaceChart::new)));
        charts.addClassName("charts");
        StepAnatomy anatomy = new StepAnatomy(); // at once: while it is there, a click on a path goes to its step
        anatomy.addClassName("card");
        Div rest = new Div(
                later(INSPECTOR_HEIGHT, SurfaceView::inspector),
                anatomy,
                card("The race", WhenNear.orByAndBy(() -> settings)));
        return new Aside(card("Optimizers in this race", optimizersRoom), charts, rest);
    }

    private static Component inspector() {
        RaceInspector inspector = new RaceInspector();
        inspector.setOfferingRates(true);
        inspector.addClassName("card");
        return inspector;
    }

    /** In room of its own height, so that nothing jumps once it comes. */
    private static Component later(int height, Supplier<Component> content) {
        WhenNear room = WhenNear.orByAndBy(content);
        room.setRoom(height);
        return room;
    }

    private static Component card(String title, Component content) {
        return card(new H2(title), content);
    }

    private static Component card(Component... content) {
        Section card = new Section(content);
        card.addClassName("card");
        return card;
    }

    private SurfaceExperiment experiment() {
        return experiment;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> query = event.getLocation().getQueryParameters().getParameters();
        Reading<SurfaceExperiment> reading = SurfaceExperiment.read(query);
        say(Permalink.sentences(reading.problems()));
        experiment = reading.experiment().opened();
        show();
        permalink.show(experiment);
    }

    private void change(SurfaceExperiment changed) {
        change(changed, true);
    }

    /** @param rests whether the hand has come to rest, so that this is a step that can be undone */
    private void change(SurfaceExperiment changed, boolean rests) {
        if (!changed.equals(experiment)) {
            boolean otherObjective = !changed.choice().equals(experiment.choice());
            experiment = changed;
            say(changed.undefined().map(Problem::sentence).orElse(""));
            show();
            if (otherObjective) {
                proposeRates();
            }
        }
        if (rests) {
            permalink.step(experiment);
        }
    }

    /** Rates that were set by hand stay; the lab's own are fitted to the objective. Computed in the pool, told later. */
    private void proposeRates() {
        SurfaceExperiment asked = experiment;
        UI ui = UI.getCurrent();
        try {
            runs.computeLater(RunOwner.current(), rates.on(asked)::advance)
                    .thenAccept(proposal -> ui.access(() -> take(asked, proposal)));
        } catch (TooBusyException busy) {
            // then the rates stay as they are, and the race tells what becomes of them
        }
    }

    private void take(SurfaceExperiment asked, LabRates.Proposal proposal) {
        if (!experiment.equals(asked)) {
            return; // changed again meanwhile
        }
        rates = proposal.rates();
        change(proposal.experiment(), false);
        permalink.show(experiment); // part of the same step
        if (!proposal.lowered().isEmpty()) {
            say("Lowered to rates that do not run away here: "
                    + proposal.lowered().stream()
                            .map(run -> run.title() + " " + Decimal.write(run.lr()))
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    /** The browser's word on what can be picked may be old, or not the browser's. */
    private void pick(Supplier<SurfaceExperiment> picked) {
        try {
            change(picked.get());
        } catch (IllegalArgumentException refused) {
            say("That cannot be set any more; pick again.");
        }
    }

    private SurfaceExperiment withNoise(double deviation) {
        return experiment.with("noise", Decimal.write(deviation)).orThrow();
    }

    private void show() {
        settings.show(experiment);
        optimizers.show(experiment.runs());
        optimizersRoom.setRoom(experiment.runs().size() * OPTIMIZER_HEIGHT + ADD_HEIGHT);
        sweep.show(SweepExperiment.around(experiment).query());
        maps.setSettings(HeatExperiment.around(experiment).stream()
                .map(choice -> new SurfaceMaps.HeatChoice(
                        choice.series(),
                        choice.spec().key().name(),
                        choice.spec().print(),
                        choice.spec().logarithmic(),
                        choice.lr(),
                        choice.value()))
                .toList());
        start();
    }

    private void start() {
        try {
            run.show(experiment);
        } catch (TooBusyException busy) {
            say(busy.getMessage());
        }
    }

    private void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
    }

    @Override
    public List<Component> headerActions() {
        return permalink.actionsWith(TakeAway.ofLab(() -> experiment, permalink), keep);
    }
}
