package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/** Offers what the page's plots show as files, made in the browser: SVG and PNG at print size, a race as a film. */
@Tag("picture-taker")
@JsModule("./paper/picture-taker.ts")
@NpmPackage(value = "gifenc", version = "1.0.3")
public class PictureTaker extends Component {}
