package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** Contains links to places of its page, and marks the one to where one reads. */
@Tag("reading-place")
@JsModule("./reading-place/reading-place.ts")
public class ReadingPlace extends Component implements HasComponents, HasStyle {}
