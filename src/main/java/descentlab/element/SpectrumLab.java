package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.shared.Registration;

/**
 * Holds one matrix for the spectrum elements inside it. The browser reads its portrait from {@code stream/spectrum}
 * itself, so that a drag does not wait for the session.
 */
@Tag("spectrum-lab")
@NpmPackage(value = "@lit/context", version = "1.1.6")
@JsModule("./spectrum-lab/spectrum-lab.ts")
public class SpectrumLab extends Component implements HasComponents {

    /** The matrix was changed and is to be kept. */
    @DomEvent("matrix-change")
    public static class MatrixChange extends ComponentEvent<SpectrumLab> {

        private final String matrix;

        public MatrixChange(
                SpectrumLab source, boolean fromClient, @EventData("event.detail.matrix") String matrix) {
            super(source, fromClient);
            this.matrix = matrix;
        }

        /** The matrix in the grammar of a link, as the browser says; not checked. */
        public String matrix() {
            return matrix;
        }
    }

    /** The hand has changed the matrix. */
    @DomEvent("matrix-move")
    public static class MatrixMove extends ComponentEvent<SpectrumLab> {

        private final String matrix;

        public MatrixMove(SpectrumLab source, boolean fromClient, @EventData("event.detail.matrix") String matrix) {
            super(source, fromClient);
            this.matrix = matrix;
        }

        /** The matrix in the grammar of a link, as the browser says; not checked. */
        public String matrix() {
            return matrix;
        }
    }

    /** The hand has moved a live lab's matrix on its way from its diagonal. */
    @DomEvent("way-move")
    public static class WayMove extends ComponentEvent<SpectrumLab> {

        private final double t;

        public WayMove(SpectrumLab source, boolean fromClient, @EventData("event.detail.t") double t) {
            super(source, fromClient);
            this.t = t;
        }

        /** t of M(t) = D + t (M - D), as the browser says; not checked. */
        public double t() {
            return t;
        }
    }

    /** Called as {@link #addMatrixMoveListener}, while the hand moves t. */
    public Registration addWayMoveListener(ComponentEventListener<WayMove> listener) {
        return addListener(WayMove.class, listener);
    }

    /** Shows M(t) of somebody who is followed: that it is shown now is told to nobody. */
    public void setWay(double t) {
        getElement().setAttribute("way", Double.toString(t));
    }

    /** Shows the matrix a text says, or why it says none. */
    public void setMatrix(String matrix) {
        if (matrix.equals(getElement().getAttribute("matrix"))) {
            getElement().callJsFunction("show", matrix); // changed in the browser meanwhile
        } else {
            getElement().setAttribute("matrix", matrix);
        }
    }

    /** Shows the matrix of somebody who is followed, in the grammar of a link: that it is shown now is told to nobody. */
    public void follow(String matrix) {
        if (matrix.equals(getElement().getAttribute("followed"))) {
            getElement().callJsFunction("follow", matrix); // changed in the browser meanwhile
        } else {
            getElement().setAttribute("followed", matrix);
        }
    }

    /** Whether each matrix that the hand makes is told of, for others to follow; false at first. */
    public void setLive(boolean live) {
        getElement().setAttribute("live", live);
    }

    /** Called while the hand changes the matrix of a live lab: eight times a second at most, and always for the last one. */
    public Registration addMatrixMoveListener(ComponentEventListener<MatrixMove> listener) {
        return addListener(MatrixMove.class, listener);
    }

    public Registration addMatrixChangeListener(ComponentEventListener<MatrixChange> listener) {
        return addListener(MatrixChange.class, listener);
    }
}
