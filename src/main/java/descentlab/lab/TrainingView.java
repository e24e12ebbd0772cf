package descentlab.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.OptimizerList;
import descentlab.controls.ParameterFields;
import descentlab.controls.Permalink;
import descentlab.dataset.FashionMnist;
import descentlab.element.TrainingChart;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.Reading;
import descentlab.experiment.TrainingExperiment;
import descentlab.run.Run;
import descentlab.run.RunService;
import descentlab.shell.HasHeaderActions;
import java.util.List;
import java.util.Map;

/** The training lab: optimizers learning from data, streamed while they do. */
@Route(TrainingExperiment.PAGE)
@AnonymousAllowed
@PageTitle("Training lab · Descent Lab")
@Menu(title = "Training", order = 30)
class TrainingView extends Div implements BeforeEnterObserver, HasHeaderActions {

    private final Permalink permalink = new Permalink("api/training", "csv", "json");
    private final TrainingChart chart = new TrainingChart();
    private final Div notice = new Div();
    private final RunControl control;
    private final Choice choice = new Choice(this::choose);
    private final ParameterFields<TrainingExperiment> settings =
            new ParameterFields<>(TrainingExperiment.class, TrainingExperiment.FIELDS, this::change);
    private final OptimizerList optimizers = new OptimizerList(
            TrainingExperiment.MOST_RUNS,
            OptimizerList.Offer.FIRST_ORDER,
            changed -> change(experiment().withRuns(changed)));

    private TrainingExperiment experiment = TrainingExperiment.initial();

    TrainingView(RunService runs) {
        control = new RunControl(runs, any -> true, chart::setRun, this::say);
        addClassName("lab");
        chart.addClassName("fill");
        chart.addEndListener(end -> control.ended());
        chart.addGoneListener(gone -> say("The server no longer has this run, as after a restart. Run it again."));
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        Anchor pictures = new Anchor(TrainingExperiment.PAGE + "?data=" + FashionMnist.NAME, "LeNet on Fashion-MNIST");
        Div top = new Div(choice, pictures, control);
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
        control.open(experiment);
    }

    private void change(TrainingExperiment changed) {
        if (!changed.equals(experiment)) {
            experiment = changed;
            choice.show(experiment);
            settings.show(experiment);
            permalink.show(experiment);
            control.change(experiment);
        }
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
