package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import java.util.Objects;

/** A formula typeset from TeX; KaTeX's subset of it. Source that does not parse is shown as it stands, in red. */
@Tag("descent-formula")
@NpmPackage(value = "katex", version = "0.16.47")
@CssImport("katex/dist/katex.min.css")
@CssImport("./formula/formula.css")
@JsModule("./formula/descent-formula.ts")
public class Formula extends Component implements HasStyle, HasSize {

    /** A formula in a line of text. */
    public Formula(String tex) {
        setTex(tex);
    }

    /** A formula in a block of its own, centered. */
    public static Formula display(String tex) {
        Formula formula = new Formula(tex);
        formula.getElement().setAttribute("display", true);
        return formula;
    }

    /** The markup of a formula, for text that is made as HTML; whoever shows it uses this component too. */
    public static String html(String tex, boolean display) {
        String escaped = tex.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        return "<descent-formula tex=\"" + escaped + "\"" + (display ? " display" : "") + ">" + escaped + "</descent-formula>";
    }

    public String getTex() {
        return getElement().getAttribute("tex");
    }

    public void setTex(String tex) {
        getElement().setAttribute("tex", Objects.requireNonNull(tex, "tex"));
    }
}
