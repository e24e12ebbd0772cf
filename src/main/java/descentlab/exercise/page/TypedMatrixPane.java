package descentlab.exercise.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.element.Formula;
import descentlab.element.SpectrumFacts;
import descentlab.element.SpectrumLab;
import descentlab.element.SpectrumPlane;
import descentlab.exercise.Exhibit;
import descentlab.exercise.Exhibit.TypedMatrix.Shown;
import java.util.List;
import java.util.Optional;

/** The discs of a matrix while it is typed: where an entry is no number yet, the last whole matrix stays, and that is said. */
final class TypedMatrixPane extends Composite<Div> {

    private final Exhibit.TypedMatrix typed;
    private final SpectrumLab lab = new SpectrumLab();
    private final Div says = new Div();
    private Optional<String> drawn = Optional.empty();

    TypedMatrixPane(Exhibit.TypedMatrix typed) {
        this.typed = typed;
        SpectrumPlane plane =
                new SpectrumPlane(SpectrumPlane.Side.GIVEN, "Your matrix", new Formula("M")).still();
        lab.add(typed.shown() == Shown.DISCS ? plane.onlyDiscs() : plane);
        if (typed.shown() == Shown.RESCALED_TOO) {
            lab.add(
                    new SpectrumPlane(
                            SpectrumPlane.Side.RESCALED,
                            "Rescaled",
                            new Formula("\\operatorname{diag}(M)^{-1/2}\\,M\\,\\operatorname{diag}(M)^{-1/2}")),
                    new SpectrumFacts());
        }
        says.addClassName("exhibit-says");
        says.getElement().setAttribute("role", "status");
        getContent().add(says, lab);
        getContent().addClassName("typed-matrix");
        show(List.of());
    }

    /** Shows the matrix that the fields say, once they say one. */
    void show(List<String> fields) {
        Optional<String> matrix = typed.matrix(fields);
        matrix.filter(text -> !drawn.equals(matrix)).ifPresent(lab::setMatrix);
        drawn = matrix.or(() -> drawn);
        lab.setVisible(drawn.isPresent());
        getContent().setClassName("undrawn", drawn.isEmpty());
        int missing = fields.isEmpty() ? typed.size() * typed.size() : typed.missing(fields);
        says.setText(matrix.isPresent()
                ? "The matrix as you type it."
                : drawn.isEmpty()
                        ? "Type a matrix, and its discs are drawn here."
                        : "The last whole matrix, as " + (missing == 1 ? "an entry" : missing + " entries")
                                + " cannot be drawn yet.");
    }
}
