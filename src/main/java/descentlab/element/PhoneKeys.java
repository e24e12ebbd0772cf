package descentlab.element;

import com.vaadin.flow.component.Component;

/** Which keys a phone shows for a field: the field's own attribute does not reach the input within. */
public enum PhoneKeys {
    /** Digits, and a point or comma; no sign on some phones. */
    DECIMAL("decimal"),
    /** Digits. */
    NUMERIC("numeric");

    private static final String SET = """
            const set = () => {
              const input = this.querySelector('input');
              if (input) input.inputMode = $0;
              else if (this.isConnected) requestAnimationFrame(set);
            };
            set();
            """;

    private final String mode;

    PhoneKeys(String mode) {
        this.mode = mode;
    }

    /** Has them shown for a text field. */
    public void on(Component field) {
        field.addAttachListener(attached -> field.getElement().executeJs(SET, mode));
    }
}
