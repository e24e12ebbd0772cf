package descentlab.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import descentlab.audit.Caller;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Does what takes a while, as a password's hash does, where no page waits for it. */
final class Background {

    private Background() {}

    /** Does it in a thread of its own, then tells the page. */
    static <T> void run(UI ui, Supplier<T> work, Consumer<T> then, Consumer<AccountRefused> refused) {
        Thread.startVirtualThread(Caller.carriedBy(() -> {
            Command answer;
            try {
                T result = work.get();
                answer = () -> then.accept(result);
            } catch (AccountRefused why) {
                answer = () -> refused.accept(why);
            } catch (RuntimeException failure) {
                answer = () -> {
                    throw failure; // the shell logs it and says so
                };
            }
            try {
                ui.access(answer);
            } catch (UIDetachedException left) {
                // nobody is there to be told
            }
        }));
    }
}
