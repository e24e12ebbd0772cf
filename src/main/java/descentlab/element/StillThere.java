package descentlab.element;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Duration;

/**
 * Has a page ask its server whether that still knows it, whenever the server was away: a page that it has forgotten is told
 * so by the answer, and comes up anew. Nothing of it is seen.
 *
 * <p>A page that must not miss what it is told asks again and again: a message that was pushed and lost shows by a gap before
 * the answer, which Flow's client then closes.
 */
@Tag("still-there")
public final class StillThere extends Component {

    /**
     * Vaadin's client may go on saying that it reconnects when it has long done so, until its next request. So while it says so,
     * ask whether the server is there, and if it is, make that request. And it may say that it is connected again without having
     * asked: a page without a request to make would not know that it is forgotten.
     */
    private static final String ASK = """
            this.hidden = true;
            const state = window.Vaadin?.connectionState;
            const ask = () => { if (this.isConnected) this.$server.answer(); };
            const changed = (before, now) => {
              if (now === 'connected' && (before === 'reconnecting' || before === 'connection-lost')) setTimeout(ask, 500);
            };
            state?.addStateChangeListener(changed);
            if ($0 > 0) {
              const pulse = setInterval(() => {
                if (!this.isConnected) clearInterval(pulse);
                else if (state?.state === 'connected') ask();
              }, $0);
            }
            const check = setInterval(async () => {
              if (!this.isConnected) {
                clearInterval(check);
                state?.removeStateChangeListener(changed);
              } else if (state?.state === 'reconnecting') {
                try {
                  await fetch('descentlab/icon.svg', { method: 'HEAD', cache: 'no-store' });
                  ask();
                } catch {
                  // still away
                }
              }
            }, 3000);
            """;

    private final Duration every;
    private final Runnable asked;

    /** Asks after each absence. */
    public StillThere() {
        this(Duration.ZERO, () -> {});
    }

    /**
     * Asks again and again too.
     *
     * @param asked run each time that it asks: to show what may have been missed
     */
    public StillThere(Duration every, Runnable asked) {
        this.every = every;
        this.asked = asked;
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs(ASK, (double) every.toMillis());
    }

    /** That the browser was answered is most of what it asks for. */
    @ClientCallable
    private void answer() {
        asked.run();
    }
}
