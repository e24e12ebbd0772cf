package descentlab.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import java.time.Duration;

/**
 * Words in the page's lower corner that go by themselves: over all that is there, and read out at once. Vaadin's own would bring its
 * elements to pages that have none, for what hardly ever happens.
 */
final class Notice extends Div {

    private static final String SHOW = """
            this.popover = 'manual'; // over open dialogs too
            this.showPopover();
            setTimeout(() => {
              this.hidePopover();
              this.dispatchEvent(new Event('over'));
            }, $0);
            """;

    private final Duration shown;

    Notice(String words, Duration shown) {
        super(words);
        this.shown = shown;
        addClassName("shell-notice");
        getElement().setAttribute("role", "alert");
        getElement().addEventListener("over", over -> removeFromParent()).allowInert();
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs(SHOW, (double) shown.toMillis());
    }
}
