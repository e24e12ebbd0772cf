package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import descentlab.diagram.Axis;
import descentlab.diagram.Curve;
import descentlab.diagram.Diagram;
import descentlab.diagram.Panel;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A diagram of curves: a canvas for each of its panels, a legend, what it says in a sentence, and a table. */
@Tag("line-diagram")
@JsModule("./line-diagram/line-diagram.ts")
public class LineDiagram extends Component implements HasStyle {

    /** More digits than a canvas has pixels. */
    private static final int DIGITS = 6;

    /** Shows a diagram in place of the one before. */
    public void show(Diagram diagram) {
        getElement().setPropertyJson("diagram", json(diagram));
    }

    /** Has the browser ask for what a link says, as {@code diagram/steps-by-condition?kappa=40}: on pages that have no server's side. */
    public void setLink(String link) {
        getElement().setAttribute("data-of", link);
    }

    /** A diagram as the browser takes it. */
    public static ObjectNode json(Diagram diagram) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("says", diagram.says());
        ArrayNode panels = json.putArray("panels");
        diagram.panels().forEach(panel -> panels.add(panel(panel)));
        ObjectNode numbers = json.putObject("numbers");
        diagram.numbers().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                numbers.put(name, value);
            } else {
                numbers.putNull(name);
            }
        });
        return json;
    }

    private static ObjectNode panel(Panel panel) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("title", panel.title());
        json.set("x", axis(panel.x()));
        json.set("y", axis(panel.y()));
        ArrayNode curves = json.putArray("curves");
        panel.curves().forEach(curve -> curves.add(curve(curve)));
        return json;
    }

    private static ObjectNode axis(Axis axis) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("name", axis.name())
                .put("log", axis.log())
                .put("low", axis.low())
                .put("high", axis.high());
    }

    private static ObjectNode curve(Curve curve) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", curve.name())
                .put("look", curve.look())
                .put("style", curve.style().name());
        ArrayNode x = json.putArray("x");
        ArrayNode y = json.putArray("y");
        for (int i = 0; i < curve.x().length; i++) {
            x.add(rounded(curve.x()[i]));
            if (Double.isFinite(curve.y()[i])) {
                y.add(rounded(curve.y()[i]));
            } else {
                y.addNull();
            }
        }
        return json;
    }

    private static double rounded(double value) {
        if (value == 0) {
            return 0;
        }
        double scale = Math.pow(10, DIGITS - Math.ceil(Math.log10(Math.abs(value))));
        return Double.isFinite(scale) && scale > 0 ? Math.rint(value * scale) / scale : value;
    }
}
