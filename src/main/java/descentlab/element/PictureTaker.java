package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * Offers what plots show as files, made in the browser, with a title and a legend: SVG and PNG at print size, a race as a film.
 */
@Tag("picture-taker")
@JsModule("./paper/picture-taker.ts")
@NpmPackage(value = "gifenc", version = "1.0.3")
public class PictureTaker extends Component {

    /** @param of what they show, in words */
    public PictureTaker(String of) {
        getElement().setAttribute("of", of);
    }

    /** The same of the plots in a part of the page alone. */
    public PictureTaker(String of, Component within) {
        this(of);
        getElement().executeJs("this.within = $0", within.getElement());
    }
}
