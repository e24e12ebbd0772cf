package descentlab.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.FetchPictures;
import descentlab.controls.OptimizerList;
import descentlab.controls.ParameterFields;
import descentlab.controls.Permalink;
import descentlab.dataset.DataSheet;
import descentlab.dataset.Pictures;
import descentlab.dataset.Silhouettes;
import descentlab.element.DropDown;
import descentlab.element.ImageInsight;
import descentlab.element.TrainingChart;
import descentlab.experiment.ImageExperiment;
import descentlab.experiment.Reading;
import descentlab.experiment.TrainingExperiment;
import descentlab.model.Network;
import descentlab.run.Run;
import descentlab.run.RunService;
import descentlab.shell.HasHeaderActions;
import java.util.List;
import java.util.Map;

/** The training lab for pictures; the training lab sends its links with such data here. */
@Route(TrainingExperiment.PAGE + "/images")
@AnonymousAllowed
@PageTitle("Training lab · Descent Lab")
class PicturesView extends Div implements BeforeEnterObserver, HasHeaderActions {

    /** What to look at where LeNet with sigmoids is trained. */
    private static final String LOOK = "At first LeNet guesses: one picture in ten is right, as its sigmoids pass hardly any"
            + " gradient down. Watch who leaves that plateau first, and in the layers below whose rates have shrunk since.";

    private static final DropDown.Options<String> DATA = DropDown.Options.of(
            ImageExperiment.DATA, name -> DataSheet.of(name).orElseThrow().title());

    private final Pictures pictures;
    private final Permalink permalink = new Permalink("api/training", "csv", "json");
    private final TrainingChart chart = new TrainingChart();
    private final Div notice = new Div();
    private final RunControl control;
    private final Div missing = new Div();
    private final Paragraph look = new Paragraph(LOOK);
    private final DropDown<String> data = new DropDown<>(DATA);
    private final AboutData about = new AboutData();
    private final ParameterFields<ImageExperiment> settings =
            new ParameterFields<>(ImageExperiment.class, ImageExperiment.FIELDS, this::change);
    private final OptimizerList optimizers = new OptimizerList(
            ImageExperiment.MOST_RUNS,
            OptimizerList.Offer.FIRST_ORDER,
            changed -> change(experiment().withRuns(changed)));

    private ImageExperiment experiment = ImageExperiment.initial(Silhouettes.NAME);

    PicturesView(RunService runs, Pictures pictures) {
        control = new RunControl(runs, any -> haveData(), chart::setRun, this::say);
        this.pictures = pictures;
        addClassName("lab");
        chart.add(new ImageInsight());
        chart.addEndListener(end -> control.ended());
        chart.addGoneListener(gone -> say("The server no longer has this run, as after a restart. Run it again."));
        notice.addClassNames("say", "warn");
        notice.getElement().setAttribute("role", "alert");
        data.setAriaLabel("Data");
        data.addClassName("choice");
        data.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                experiment = ImageExperiment.initial(change.getValue());
                open();
            }
        });
        Anchor tables = new Anchor(TrainingExperiment.PAGE, "Other data");
        Div choice = new Div(data, tables);
        choice.addClassName("training-choice");
        Div top = new Div(choice, control);
        top.addClassNames("lab-top", "training-top");
        look.addClassName("say");
        Section plot = new Section(top, notice, missing, look, chart);
        plot.addClassNames("card", "plot", "grows");
        add(plot, new Aside(
                Choice.card("Optimizers", optimizers),
                Choice.card("Training", settings),
                Choice.card("The data", about)));
    }

    private ImageExperiment experiment() {
        return experiment;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Map<String, List<String>> query = event.getLocation().getQueryParameters().getParameters();
        Reading<ImageExperiment> reading = ImageExperiment.read(query);
        experiment = reading.experiment().opened();
        open();
        if (!reading.problems().isEmpty()) {
            say(Permalink.sentences(reading.problems()));
        }
    }

    private void open() {
        say("");
        show();
        control.open(experiment);
    }

    private void show() {
        data.setValue(experiment.data());
        settings.show(experiment);
        look.setVisible(experiment.network() == Network.LENET);
        optimizers.show(experiment.runs());
        permalink.show(experiment);
        about.show(DataSheet.of(experiment.data()).orElseThrow());
        missing.removeAll();
    }

    private void change(ImageExperiment changed) {
        if (!changed.equals(experiment)) {
            experiment = changed;
            show();
            control.change(experiment);
        }
    }

    /** Offers to fetch the pictures, if they are not here. */
    private boolean haveData() {
        missing.removeAll();
        boolean there = pictures.seemThere(experiment.data());
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
        return permalink.actions();
    }
}
