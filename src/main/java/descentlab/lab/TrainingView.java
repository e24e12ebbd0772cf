package descentlab.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.OptimizerList;
import descentlab.controls.ParameterFields;
import descentlab.controls.Permalink;
import descentlab.controls.RunOwner;
import descentlab.dataset.FashionMnist;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.Reading;
import descentlab.experiment.TrainingExperiment;
import descentlab.element.TrainingChart;
import descentlab.run.Run;
import descentlab.run.RunService;
import descentlab.run.TooBusyException;
import descentlab.shell.HasHeaderActions;
import java.util.List;
import java.util.Map;

/** The training lab: optimizers learning from data, streamed while they do. */
@Route(TrainingExperiment.PAGE)
@AnonymousAllowed
@PageTitle("Training lab · Descent Lab")
@Menu(title = "Training", order = 30)
class TrainingView extends Div implements BeforeEnterObserver, HasHeaderActions {

    private final RunService runs;
    private final Permalink permalink = new Permalink("api/training", "csv", "json");
    private final TrainingChart chart = new TrainingChart();
    private final Div notice = new Div();
    private final Button button = new Button();
    private final Span stale = new Span("Settings changed since this run.");
    private final Choice choice = new Choice(this::choose);
    private final ParameterFields<TrainingExperiment> settings =
            new ParameterFields<>(TrainingExperiment.class, TrainingExperiment.FIELDS, this::change);
    private final OptimizerList optimizers = new OptimizerList(
            TrainingExperiment.MOST_RUNS,
            OptimizerList.Offer.FIRST_ORDER,
            changed -> change(experiment().withRuns(changed)));

    private TrainingExperiment experiment = TrainingExperiment.initial();
    private Run run;

    TrainingView(RunService runs) {
        this.runs = runs;
        addClassName("lab");
        chart.addClassName("fill");
        chart.addEndListener(end -> showButton());
        chart.addGoneListener(gone -> say("The server no longer has this run, as after a restart. Run it again."));
        button.addClickListener(click -> runOrStop());
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        stale.addClassName("chip");
        Anchor pictures = new Anchor(TrainingExperiment.PAGE + "?data=" + FashionMnist.NAME, "LeNet on Fashion-MNIST");
        Div top = new Div(choice, pictures, stale, button);
        top.addClassNames("lab-top", "training-top");
        Section plot = new Section(top, notice, choice.look(), chart);
        plot.addClassNames("card", "plot", "grows");
        Aside side = new Aside(
                Choice.card("Optimizers", optimizers),
                choice.background(),
                Choice.card("Training", settings),
                choice.about());
        add(plot, side);
    }

    private TrainingExperiment experiment() {
        return experiment;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> query = event.getLocation().getQueryParameters().getParameters();
        if (ImageExperiment.isAskedFor(query)) {
            event.rerouteTo(PicturesView.class);
            return;
        }
        Reading<TrainingExperiment> reading = TrainingExperiment.read(query);
        say(Permalink.sentences(reading.problems()));
        experiment = reading.experiment().opened();
        open();
    }

    private void choose(TrainingExperiment chosen) {
        experiment = chosen;
        say("");
        open();
    }

    private void open() {
        choice.show(experiment);
        settings.show(experiment);
        optimizers.show(experiment.runs());
        permalink.show(experiment);
        // A page loaded anew takes up the run that is under way or was just seen.
        runs.find(RunOwner.current(), experiment.query()).ifPresentOrElse(this::attach, this::start);
    }

    private void change(TrainingExperiment changed) {
        if (!changed.equals(experiment)) {
            experiment = changed;
            choice.show(experiment);
            settings.show(experiment);
            permalink.show(experiment);
            say("");
            showButton();
        }
    }

    private void runOrStop() {
        if (run != null && !run.ended() && run.experiment().equals(experiment.query())) {
            runs.cancel(run);
        } else {
            say("");
            start();
        }
    }

    private void start() {
        if (experiment.runs().isEmpty()) {
            say("Add an optimizer to train with.");
            return;
        }
        try {
            if (run != null && !run.ended()) {
                runs.discard(run); // nobody sees it any more
            }
            attach(runs.start(RunOwner.current(), experiment));
        } catch (TooBusyException busy) {
            say(busy.getMessage());
        }
    }

    private void attach(Run attached) {
        run = attached;
        chart.setRun(attached.id().value());
        showButton();
    }

    private void showButton() {
        boolean current = run != null && run.experiment().equals(experiment.query());
        boolean running = current && !run.ended();
        button.setText(running ? "Stop" : current ? "Run again" : "Run");
        button.removeThemeVariants(ButtonVariant.AURA_PRIMARY);
        if (!running) {
            button.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        }
        stale.setVisible(!current);
    }

    private void say(String text) {
        notice.setText(text);
        notice.setVisible(!text.isEmpty());
    }

    @Override
    public List<Component> headerActions() {
        return permalink.actions();
    }
}
