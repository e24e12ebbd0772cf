package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.server.VaadinSession;
import java.util.UUID;

/**
 * Has a page that its server no longer knows come up as it was left: at the same place, with what was half typed, at the
 * same step.
 */
@Tag("come-back")
@JsModule("./come-back/come-back.ts")
public final class ComeBack extends Component {

    /** What a page knows its session by; the session's own id is the browser's secret. */
    private record Name(String value) {}

    /** For a page of this session. */
    public ComeBack(VaadinSession session) {
        Name name = session.getAttribute(Name.class);
        if (name == null) {
            name = new Name(UUID.randomUUID().toString());
            session.setAttribute(Name.class, name);
        }
        getElement().setAttribute("session", name.value());
    }
}
