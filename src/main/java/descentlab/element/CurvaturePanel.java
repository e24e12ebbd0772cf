package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * The curvature of the loss of a network in training: its largest eigenvalues and how near each optimizer's steps are to growing,
 * and the spectrum at the end. Stands within the chart whose run it is about; empty where nobody looks.
 */
@Tag("curvature-panel")
@JsModule("./curvature-panel/curvature-panel.ts")
public class CurvaturePanel extends Component implements HasStyle {}
