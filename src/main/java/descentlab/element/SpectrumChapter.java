package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Locale;

/**
 * A part of the spectrum lab that can be closed and says then in a line what is in it. On a phone it is closed at first. What is
 * in a closed one neither computes nor draws.
 */
@Tag("spectrum-chapter")
@JsModule("./spectrum-chapter/spectrum-chapter.ts")
public class SpectrumChapter extends Component implements HasComponents, HasStyle {

    /** What a chapter is about; its line is written in the browser, which has the numbers. */
    public enum Subject {
        RESCALED,
        CONDITION,
        ITERATION,
        DESCENT,
        TURNING,
        PERTURBATION,
        DISTANCES
    }

    /** A chapter under a heading. */
    public SpectrumChapter(Subject subject, String heading, Component... content) {
        getElement().setAttribute("subject", subject.name().toLowerCase(Locale.ROOT));
        getElement().setAttribute("heading", heading);
        add(content);
    }

    /** Has it be a chapter on a phone only, and nothing but its content elsewhere. */
    public SpectrumChapter bare() {
        getElement().setAttribute("bare", true);
        return this;
    }
}
