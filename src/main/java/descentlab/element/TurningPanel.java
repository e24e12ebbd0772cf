package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The chapter's quadratic, its discs and Adagrad on it, turned by one angle. */
@Tag("turning-panel")
@JsModule("./turning-panel/turning-panel.ts")
public class TurningPanel extends Component {}
