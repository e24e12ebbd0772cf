package descentlab.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.TakeAway;
import descentlab.controls.FetchPictures;
import descentlab.controls.BranchForm;
import descentlab.controls.OptimizerList;
import descentlab.controls.ParameterFields;
import descentlab.controls.Permalink;
import descentlab.dataset.Pictures;
import descentlab.element.CurvaturePanel;
import descentlab.element.ImageInsight;
import descentlab.element.LandscapePanel;
import descentlab.element.RateMaps;
import descentlab.element.TrainingChart;
import descentlab.experiment.LinkParameter;
import descentlab.experiment.OwnTask;
import descentlab.experiment.PictureTask;
import descentlab.experiment.Reading;
import descentlab.experiment.TableTask;
import descentlab.experiment.TrainingExperiment;
import descentlab.notebook.KeepButton;
import descentlab.run.RunService;
import descentlab.shell.HasHeaderActions;
import java.util.List;

/** The training lab: optimizers learning from a table or from pictures, streamed while they do. */
@Route(TrainingExperiment.PAGE)
@RouteAlias(TrainingExperiment.PAGE + "/images") // where pictures were once trained on
@AnonymousAllowed
@PageTitle("Training lab · Descent Lab")
@Menu(title = "Training", order = 30)
class TrainingView extends Div implements BeforeEnterObserver, HasHeaderActions {

    private TrainingExperiment experiment = TrainingExperiment.initial();

    private final Permalink permalink = new Permalink("api/training", "csv", "json");
    private final KeepButton keep;
    private final TrainingChart chart = new TrainingChart();
    private final Div notice = new Div();
    private final RunControl control;
    private final Choice choice = new Choice(this::choose);
    private final ParameterFields<TrainingExperiment> ofTables = fields(TrainingExperiment.TABLE_FIELDS);
    private final ParameterFields<TrainingExperiment> ofPictures = fields(TrainingExperiment.PICTURE_FIELDS);
    private final ParameterFields<TrainingExperiment> ofOwn = fields(TrainingExperiment.OWN_FIELDS);
    private final ParameterFields<TrainingExperiment> ofPerceptrons = fields(TrainingExperiment.PERCEPTRON_FIELDS);
    private final ParameterFields<TrainingExperiment> ofMeasured = fields(TrainingExperiment.MEASURED_FIELDS);
    private final RateFields ofRates = new RateFields(this::change);
    private final RateCard rates = new RateCard(this::trainWith);
    private final CurvaturePanel curvature = new CurvaturePanel();
    private final RateMaps rateMaps = new RateMaps();
    private final LandscapePanel landscape = new LandscapePanel();
    private final ImageInsight insight = new ImageInsight();
    private final Div missing = new Div();
    private final Section plot = new Section();
    private final Pictures pictures;
    private final OptimizerList optimizers = new OptimizerList(
            experiment().task().size().mostRuns(),
            OptimizerList.Offer.FIRST_ORDER,
            changed -> change(experiment().withRuns(changed)));

    private final BranchForm branch =
            new BranchForm("example", true, branched -> choose((TrainingExperiment) branched));

    TrainingView(RunService runs, Pictures pictures, KeepButton.Maker keep) {
        this.keep = keep.of(permalink);
        this.pictures = pictures;
        control = new RunControl(
                runs, any -> haveData(), chart::setRun, chart::setPaused, place -> branch.open(experiment, 0, place), this::say);
        addClassName("lab");
        chart.add(landscape, curvature, rateMaps, insight);
        chart.addEndListener(end -> control.ended());
        chart.addGoneListener(gone -> say("The server no longer has this run, as after a restart. Run it again."));
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        Div top = new Div(choice, control);
        top.addClassNames("lab-top", "training-top");
        H1 title = new H1("Training lab");
        title.addClassName("visually-hidden");
        plot.add(title, top, branch, notice, missing, choice.look(), chart);
        plot.addClassNames("card", "plot", "grows");
        Aside side = new Aside(
                Choice.card("Optimizers", optimizers),
                choice.background(),
                Choice.card("Training", new Div(ofTables, ofPictures, ofPerceptrons, ofMeasured, ofOwn)),
                Choice.card("Learning rates", ofRates),
                choice.about());
        add(plot, side);
    }

    private ParameterFields<TrainingExperiment> fields(List<LinkParameter<TrainingExperiment, ?>> parameters) {
        return new ParameterFields<>(TrainingExperiment.class, parameters, this::change);
    }

    private TrainingExperiment experiment() {
        return experiment;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Reading<TrainingExperiment> reading = TrainingExperiment.read(
                event.getLocation().getQueryParameters().getParameters());
        TrainingExperiment asked = reading.experiment().opened();
        if (event.getTrigger() == NavigationTrigger.HISTORY && isAttached()) {
            back(asked);
        } else {
            experiment = asked;
            open();
        }
        permalink.show(experiment);
        if (!reading.problems().isEmpty()) {
            say(Permalink.sentences(reading.problems()));
        }
    }

    private void choose(TrainingExperiment chosen) {
        experiment = chosen;
        open();
        permalink.step(experiment);
    }

    /** What was shown before a change: nothing that takes its time begins anew. */
    private void back(TrainingExperiment before) {
        say("");
        experiment = before;
        show();
        optimizers.show(experiment.runs());
        control.change(experiment.withoutSearch());
    }

    private void open() {
        say("");
        show();
        optimizers.show(experiment.runs());
        control.open(experiment.withoutSearch());
    }

    private void show() {
        boolean onPictures = experiment.onPictures();
        choice.show(experiment);
        ofTables.setVisible(experiment.task() instanceof TableTask);
        ofPictures.setVisible(onPictures);
        ofOwn.setVisible(experiment.task() instanceof OwnTask);
        (switch (experiment.task()) {
            case TableTask table -> ofTables;
            case PictureTask any -> ofPictures;
            case OwnTask own -> ofOwn;
        }).show(experiment);
        boolean perceptron = TrainingExperiment.isPerceptron(experiment.task());
        ofPerceptrons.setVisible(perceptron);
        ofMeasured.setVisible(onPictures);
        if (perceptron) {
            ofPerceptrons.show(experiment);
        }
        if (onPictures) {
            ofMeasured.show(experiment);
        }
        curvature.setVisible(experiment.plan().curvature().on());
        rateMaps.setVisible(experiment.plan().rateMaps());
        landscape.setVisible(experiment.plan().slice().on());
        ofRates.show(experiment);
        // Beside pictures so much is told below a chart that it would not be found there.
        if (onPictures) {
            chart.addComponentAsFirst(rates);
        } else {
            plot.add(rates);
        }
        rates.show(experiment);
        insight.setVisible(onPictures);
        chart.setClassName("fill", !onPictures);
        optimizers.setMost(experiment.task().size().mostRuns());
        missing.removeAll();
    }

    private void change(TrainingExperiment changed) {
        if (!changed.equals(experiment)) {
            experiment = changed;
            show();
            control.change(experiment.withoutSearch());
            permalink.step(experiment);
        }
    }

    /** A rate that was found has been picked: the check that it needs is begun at once. */
    private void trainWith(TrainingExperiment picked) {
        if (!picked.equals(experiment)) {
            choose(picked);
        }
    }

    /** Offers to fetch the pictures, if they are needed and not here. */
    private boolean haveData() {
        missing.removeAll();
        boolean there = !(experiment.task() instanceof PictureTask task) || pictures.seemThere(task.set());
        if (!there) {
            say("Fashion-MNIST is not on this machine. Fetch it once, or train on the silhouettes meanwhile.");
            missing.add(new FetchPictures(pictures, this::open));
        }
        return there;
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
