package descentlab.spectrum;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import descentlab.linalg.MalformedMatrix;
import descentlab.linalg.MatrixText;
import descentlab.plot.DistancePanel;
import descentlab.plot.HomotopyControl;
import descentlab.plot.MatrixDescent;
import descentlab.plot.MatrixEditor;
import descentlab.plot.SpectrumFacts;
import descentlab.plot.SpectrumLab;
import descentlab.plot.SpectrumPerturbation;
import descentlab.plot.SpectrumPlane;
import descentlab.plot.TurningPanel;

/** The spectrum lab: a matrix in the complex plane, and below it what its spectrum means for descent. */
@Route("lab/spectrum")
@PageTitle("Spectrum lab · Descent Lab")
@Menu(title = "Spectrum", order = 40)
@StyleSheet("descentlab/spectrum.css")
class SpectrumView extends Div implements BeforeEnterObserver {

    private static final String ROUTE = "lab/spectrum";
    private static final String PARAMETER = "matrix";
    private static final String FIRST = "2,1;1,3";

    private final SpectrumLab lab = new SpectrumLab();
    private String shown;

    SpectrumView() {
        lab.add(stage(), panels());
        lab.addMatrixChangeListener(change -> keep(change.matrix()));
        add(lab);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getLocation().getQueryParameters().getSingleParameter(PARAMETER).orElse(FIRST);
        if (!asked.equals(shown)) {
            shown = asked;
            lab.setMatrix(asked);
        }
    }

    /** The address bar follows the matrix, without a step in the browser's history for each number. */
    private void keep(String matrix) {
        try {
            shown = MatrixText.parse(matrix).toString();
        } catch (MalformedMatrix notOurs) {
            return;
        }
        Location location = new Location(ROUTE, QueryParameters.of(PARAMETER, shown));
        getUI().map(UI::getPage).ifPresent(page -> page.getHistory().replaceState(null, location));
    }

    private static Component stage() {
        Div planes = new Div(
                new SpectrumPlane(SpectrumPlane.Side.GIVEN, "M"),
                new SpectrumPlane(SpectrumPlane.Side.RESCALED, "Rescaled: diag(M)^-½ M diag(M)^-½"));
        planes.addClassNames("planes", "fill");
        H1 title = new H1("Spectrum lab");
        title.addClassName("visually-hidden");
        Section plot = new Section(title, planes, new HomotopyControl());
        plot.addClassNames("card", "plot");
        Div side = new Div(card("The matrix M", new MatrixEditor()), card("Condition", new SpectrumFacts()));
        side.addClassName("side");
        Div stage = new Div(plot, side);
        stage.addClassName("lab");
        return stage;
    }

    private static Component panels() {
        Section descent = card(
                "From matrix to descent",
                lead("M as the quadratic f(x) = x'Mx/2, in four coordinates, with gradient descent at the best rate in"
                        + " each. Drag the start."),
                new MatrixDescent());
        Section turning = card(
                "One angle turns it all",
                lead("The chapter's quadratic 0.1 x₁² + 2 x₂² turned about the origin. What stays, and what does not?"),
                new TurningPanel());
        Section perturbation = card(
                "What a change of c does",
                lead("f(x) = x'Mx/2 + c'x has its minimizer at −M⁻¹c. Drag c, or the change."),
                new SpectrumPerturbation());
        Section distance = card(
                "Orthogonal matrices keep distances",
                lead("Drag the arrows c and δ and turn U: both distances stay equal."),
                new DistancePanel());
        perturbation.addClassName("half");
        distance.addClassName("half");
        Div panels = new Div(descent, turning, perturbation, distance);
        panels.addClassName("spectrum-panels");
        return panels;
    }

    private static Section card(String heading, Component... content) {
        Section card = new Section(new H2(heading));
        card.add(content);
        card.addClassName("card");
        return card;
    }

    private static Paragraph lead(String text) {
        Paragraph lead = new Paragraph(text);
        lead.addClassName("lead");
        return lead;
    }
}
