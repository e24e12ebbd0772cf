package descentlab.element;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/**
 * Buttons and keys that undo and redo what changes an experiment. The steps are the browser's own: each is an entry of its history
 * with the experiment's link, so that its back and forward do the same, and a page is asked to show another link as by any navigation.
 */
@Tag("undo-redo")
@JsModule("./undo-redo/undo-redo.ts")
public class UndoRedo extends Component {

    /** Has the address bar say a link in place of the one there. */
    public void keep(String link) {
        // Not by Flow's History, which would encode the query anew and lose its order.
        getElement().callJsFunction("keep", link);
    }

    /** Has it say a link as one more step, which can be undone. */
    public void push(String link) {
        getElement().callJsFunction("push", link);
    }
}
