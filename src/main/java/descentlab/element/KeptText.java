package descentlab.element;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** A text that the browser keeps of a page, and gives back where the server has forgotten it ({@link ComeBack}). */
@Tag("kept-text")
@JsModule("./come-back/kept-text.ts")
public final class KeptText extends AbstractSinglePropertyField<KeptText, String> {

    /** @param name which text it is, among those of its part of the page */
    public KeptText(String name) {
        super("value", "", false);
        getElement().setAttribute("name", name);
        getElement().setAttribute("hidden", true);
        setSynchronizedEvent("change");
    }
}
