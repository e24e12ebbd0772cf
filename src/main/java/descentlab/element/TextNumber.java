package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * A number in a text that belongs to a figure beside it: a handle that moves the figure, or a reading of what it shows. Text is
 * made as HTML; whoever shows it uses this component too.
 *
 * <p>Its figure is the element whose {@value #FIGURE} has the figure's name. A handle is what that element declares in an
 * attribute {@value #HANDLE} with the handle's name behind it: the least value, the greatest, the step between values or, for round
 * ones on a logarithmic scale, {@code log} or {@code whole}, and after these what it is. A moved handle fires {@value #MOVE}.
 */
@Tag("text-number")
@JsModule("./text-number/text-number.ts")
public class TextNumber extends Component {

    /** The attribute with a figure's name. */
    public static final String FIGURE = "data-figure";

    /** What an attribute begins with that declares a handle. */
    public static final String HANDLE = "data-handle-";

    /**
     * What an attribute begins with, the handle's name behind it, that has the figure's link with {@value #HOLE} where the handle's value
     * stands: by it the figure follows the hand.
     */
    public static final String LINK = "data-link-";

    /** Stands in a link for a handle's value. */
    public static final String HOLE = "{}";

    /**
     * The event of a handle that was moved, with figure, name and value in its detail, and whether the page is told: that is at rest
     * where the figure follows by itself.
     */
    public static final String MOVE = "handle-move";

    /**
     * The markup of a number.
     *
     * @param figure name of the figure
     * @param name of a handle, or of what the figure shows
     * @param printed what it is as long as nobody has moved anything
     */
    public static String html(String figure, String name, String printed) {
        return "<text-number figure=\"" + figure + "\" name=\"" + name + "\" printed=\"" + printed + "\">" + printed
                + "</text-number>";
    }
}
