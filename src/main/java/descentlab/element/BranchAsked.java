package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;

/** Somebody wants to go on from a step of a race with something else. */
@DomEvent("branch")
public class BranchAsked extends ComponentEvent<Component> {

    private final int run;
    private final int step;

    public BranchAsked(
            Component source,
            boolean fromClient,
            @EventData("event.detail.run") int run,
            @EventData("event.detail.step") int step) {
        super(source, fromClient);
        this.run = run;
        this.step = step;
    }

    /** Of whose way, by its number from 0, as the browser says; not checked. */
    public int run() {
        return run;
    }

    /** From which step, as the browser says; not checked. */
    public int step() {
        return step;
    }
}
