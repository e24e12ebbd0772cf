package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** On a first visit, three hints in a {@link Race} at what of it can be dragged. */
@Tag("drag-hints")
@JsModule("./drag-hints/drag-hints.ts")
public class DragHints extends Component {
}
