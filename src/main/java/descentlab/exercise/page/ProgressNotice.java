package descentlab.exercise.page;

import com.vaadin.flow.component.html.Div;
import descentlab.progress.UnreadableException;
import java.util.function.Supplier;

/** Says on a page that progress cannot be read or kept just now; the page itself stays. Seen only while that is so. */
public final class ProgressNotice extends Div {

    public ProgressNotice() {
        addClassNames("say", "warn");
        getElement().setAttribute("role", "status");
        say("");
    }

    /** What is read, or if it cannot be, the other. */
    public <T> T read(Supplier<T> reading, T otherwise) {
        try {
            T read = reading.get();
            say("");
            return read;
        } catch (UnreadableException away) {
            say(away.getMessage());
            return otherwise;
        }
    }

    public void say(String text) {
        setText(text);
        setVisible(!text.isEmpty());
    }
}
