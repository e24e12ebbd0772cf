package descentlab.classroom.page;

import com.vaadin.flow.component.UI;
import descentlab.classroom.ClassroomException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What is done when it has been computed or kept. */
final class Later {

    private Later() {}

    /**
     * Says on the current page why something was not done, if it was not.
     *
     * @param attempt does something and tells if it is refused
     */
    static void tell(CompletableFuture<Void> done, Consumer<Runnable> attempt) {
        UI ui = UI.getCurrent();
        done.exceptionally(failed -> {
            ui.access(() -> attempt.accept(() -> {
                throw new ClassroomException(Words.refusal(failed));
            }));
            return null;
        });
    }
}
