package descentlab.exercise.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import descentlab.element.StillThere;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * How far a check is that takes its time, with a button that stops it. Seen only while one runs; so long the page asks its
 * server again and again, so that a message lost on its way leaves nobody waiting.
 */
final class CheckProgress extends Composite<Div> {

    private static final int TICK_MILLIS = 300;
    private static final Executor NEXT_TICK = CompletableFuture.delayedExecutor(
            TICK_MILLIS, TimeUnit.MILLISECONDS, tick -> Thread.ofVirtual().name("check-progress").start(tick));

    private static final Duration ASKED_EVERY = Duration.ofSeconds(2);

    private final StillThere asks = new StillThere(ASKED_EVERY, () -> {});
    private final Div shown = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Span words = new Span();
    private Rerun running;

    CheckProgress() {
        bar.getElement().setAttribute("aria-label", "How far the check is");
        words.addClassNames("soft", "num");
        shown.addClassName("check-progress");
        shown.add(bar, words, new Button("Stop the check", click -> stop()));
        shown.setVisible(false);
        getContent().add(shown);
    }

    /** Shows how far it is until it has ended. */
    void follow(UI ui, Rerun rerun) {
        running = rerun;
        getContent().add(asks);
        tick(ui, rerun);
    }

    private void tick(UI ui, Rerun rerun) {
        NEXT_TICK.execute(() -> inPage(ui, () -> {
            boolean still = running == rerun && !rerun.ended().isDone();
            shown.setVisible(still);
            if (still) {
                show(rerun.share());
                tick(ui, rerun);
            }
        }));
    }

    private void show(double share) {
        bar.setIndeterminate(share == 0);
        bar.setValue(share);
        words.setText(share == 0 ? "Waiting for its turn" : Math.round(100 * share) + " %");
    }

    /** It has ended. */
    void end() {
        running = null;
        getContent().remove(asks);
        shown.setVisible(false);
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Nobody waits for it any more. */
    @Override
    protected void onDetach(DetachEvent detach) {
        stop();
        super.onDetach(detach);
    }

    /** Does something in a page, unless that was left meanwhile. */
    static void inPage(UI ui, Command command) {
        try {
            ui.access(command);
        } catch (UIDetachedException left) {
            // then nobody sees it
        }
    }
}
