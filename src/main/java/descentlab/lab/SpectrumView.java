package descentlab.lab;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.controls.TakeAway;
import descentlab.controls.Permalink;
import descentlab.element.DistancePanel;
import descentlab.element.Formula;
import descentlab.element.HomotopyControl;
import descentlab.element.MatrixDescent;
import descentlab.element.MatrixEditor;
import descentlab.element.SpectrumChapter;
import descentlab.element.SpectrumChapter.Subject;
import descentlab.element.SpectrumFacts;
import descentlab.element.SpectrumIteration;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPerturbation;
import descentlab.element.SpectrumPlane;
import descentlab.element.TurningPanel;
import descentlab.experiment.SpectrumExperiment;
import descentlab.linalg.MalformedMatrix;
import descentlab.linalg.MatrixText;
import descentlab.notebook.KeepButton;
import descentlab.shell.HasHeaderActions;
import java.util.List;

/** The spectrum lab: a matrix in the complex plane, and below it what its spectrum means for descent. */
@Route(SpectrumExperiment.PAGE)
@AnonymousAllowed
@PageTitle("Spectrum lab · Descent Lab")
@Menu(title = "Spectrum", order = 40)
@StyleSheet("descentlab/spectrum.css")
class SpectrumView extends Div implements BeforeEnterObserver, HasHeaderActions {

    private static final String FIRST = "2,1;1,3";

    private final Permalink permalink = new Permalink("api/spectrum", "json");
    private final KeepButton keep;
    private final SpectrumLab lab = new SpectrumLab();
    private String shown;
    /** Whether the matrix that was asked for by a link has been told back. */
    private boolean opened;
    private SpectrumExperiment experiment = new SpectrumExperiment(MatrixText.parse(FIRST));

    SpectrumView(KeepButton.Maker keep) {
        this.keep = keep.of(permalink);
        lab.add(stage(), panels());
        lab.addMatrixChangeListener(change -> keep(change.matrix()));
        add(lab);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation().getQueryParameters().getSingleParameter(SpectrumExperiment.PARAMETER).orElse(FIRST);
        if (!asked.equals(shown)) {
            shown = asked;
            opened = false;
            lab.setMatrix(asked);
        }
    }

    /** The address bar follows the matrix, a step in the browser's history for each one that is to be kept. */
    private void keep(String matrix) {
        boolean first = shown == null || !opened;
        try {
            experiment = new SpectrumExperiment(MatrixText.parse(matrix));
        } catch (MalformedMatrix notOurs) {
            return;
        }
        shown = experiment.matrix().toString();
        if (first) {
            opened = true;
            permalink.show(experiment);
        } else {
            permalink.step(experiment);
        }
    }

    @Override
    public List<Component> headerActions() {
        return permalink.actionsWith(TakeAway.ofLab(() -> experiment, permalink), keep);
    }

    private static Component stage() {
        SpectrumPlane rescaled = new SpectrumPlane(
                SpectrumPlane.Side.RESCALED,
                "Rescaled",
                new Formula("\\operatorname{diag}(M)^{-1/2}\\,M\\,\\operatorname{diag}(M)^{-1/2}"));
        Div planes = new Div(
                new SpectrumPlane(SpectrumPlane.Side.GIVEN, "The matrix", new Formula("M")),
                new SpectrumChapter(Subject.RESCALED, "Rescaled by its diagonal", rescaled).bare());
        planes.addClassNames("planes", "fill");
        H1 title = new H1("Spectrum lab");
        title.addClassName("visually-hidden");
        Section plot = new Section(title, planes, new HomotopyControl());
        plot.addClassNames("card", "plot");
        Section matrix = new Section(new H2("The matrix M"), new MatrixEditor());
        matrix.addClassName("card");
        Div side = new Div(matrix, chapter(Subject.CONDITION, "Condition", new SpectrumFacts()));
        side.addClassName("side");
        Div stage = new Div(plot, side);
        stage.addClassNames("lab", "spectrum");
        return stage;
    }

    private static Component panels() {
        SpectrumChapter iteration = chapter(
                Subject.ITERATION,
                "How eigenvalues are found",
                lead(
                        new Formula("x_{k+1}=Mx_k/\\|Mx_k\\|"),
                        ", and ",
                        new Formula("M_k=Q_kR_k,\\;M_{k+1}=R_kQ_k"),
                        ", step by step."),
                new SpectrumIteration());
        SpectrumChapter descent = chapter(
                Subject.DESCENT,
                "From matrix to descent",
                lead(
                        "The matrix as a quadratic ",
                        new Formula("f(x)=\\tfrac12 x^\\top Q x"),
                        ", in four coordinates, with gradient descent at the best rate in each. Drag the start."),
                new MatrixDescent());
        SpectrumChapter turning = chapter(
                Subject.TURNING,
                "One angle turns it all",
                lead(
                        "The chapter's quadratic ",
                        new Formula("0.1\\,x_1^2+2\\,x_2^2"),
                        " turned about the origin. What stays, and what does not?"),
                new TurningPanel());
        SpectrumChapter perturbation = chapter(
                Subject.PERTURBATION,
                "What a change of c does",
                lead(
                        new Formula("\\tfrac12 x^\\top Q x+c^\\top x"),
                        " has its minimizer at ",
                        new Formula("-Q^{-1}c"),
                        ". Drag ",
                        new Formula("c"),
                        ", or the change."),
                new SpectrumPerturbation());
        SpectrumChapter distance = chapter(
                Subject.DISTANCES,
                "Orthogonal matrices keep distances",
                lead("Drag the arrows ", new Formula("c"), " and ", new Formula("\\delta"), ", and turn ",
                        new Formula("U"), ": is ", new Formula("\\|c-\\delta\\|=\\|Uc-U\\delta\\|"), " always?"),
                new DistancePanel());
        perturbation.addClassName("half");
        distance.addClassName("half");
        Div panels = new Div(iteration, descent, turning, perturbation, distance);
        panels.addClassName("spectrum-panels");
        return panels;
    }

    private static SpectrumChapter chapter(Subject subject, String heading, Component... content) {
        SpectrumChapter chapter = new SpectrumChapter(subject, heading, content);
        chapter.addClassName("card");
        return chapter;
    }

    /** A paragraph of words and formulas. */
    private static Paragraph lead(Object... parts) {
        Paragraph lead = new Paragraph();
        for (Object part : parts) {
            lead.add(part instanceof Component component ? component : new Text((String) part));
        }
        lead.addClassName("lead");
        return lead;
    }
}
