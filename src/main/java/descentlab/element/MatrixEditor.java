package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Edits the matrix of the {@link SpectrumLab} around it: cells, presets, pasted text, undo. */
@Tag("matrix-editor")
@JsModule("./matrix-editor/matrix-editor.ts")
public class MatrixEditor extends Component {

    /** Has the matrix be read only: a table of its entries, and nothing to change them by. */
    public MatrixEditor still() {
        getElement().setAttribute("still", true);
        return this;
    }
}
