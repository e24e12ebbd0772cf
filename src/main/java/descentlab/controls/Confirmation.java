package descentlab.controls;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import java.time.Duration;

/** Asks before something is done that is not undone with a click. */
public final class Confirmation {

    /** A second click of a double one, which may fall on the dialog that the first one opened, answers nothing. */
    private static final Duration DOUBLE_CLICK = Duration.ofMillis(700);

    private Confirmation() {}

    /**
     * Asks in a dialog, in which "Cancel" has the focus.
     *
     * @param title the question
     * @param text what will be
     * @param yes what the button says that does it
     * @param deed what is done then
     */
    public static void ask(String title, String text, String yes, Runnable deed) {
        UI ui = UI.getCurrent();
        ConfirmDialog last = ComponentUtil.getData(ui, ConfirmDialog.class);
        if (last != null && last.isOpened()) {
            return; // the second click of a double one
        }
        long opened = System.nanoTime();
        ConfirmDialog dialog = new ConfirmDialog();
        dialog.setHeader(title);
        dialog.setText(text);
        dialog.setCancelable(true);
        dialog.setConfirmText(yes);
        dialog.addConfirmListener(confirmed -> {
            dialog.close();
            if (System.nanoTime() - opened > DOUBLE_CLICK.toNanos()) {
                deed.run();
            } else {
                ask(title, text, yes, deed);
            }
        });
        dialog.open();
        ComponentUtil.setData(ui, ConfirmDialog.class, dialog);
        dialog.getElement()
                .executeJs("setTimeout(() => this.querySelector('[slot=\"cancel-button\"]')?.focus(), 100)");
    }
}
