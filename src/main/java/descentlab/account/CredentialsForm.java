package descentlab.account;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A form of the browser's own kind, so that Enter sends it and password managers know it. It goes to the server's
 * sign-in, unless its page looks at it first.
 */
class CredentialsForm extends HtmlContainer {

    private final NativeButton send;

    CredentialsForm(String action, String label) {
        super("form");
        addClassName("credentials");
        getElement().setAttribute("method", "post");
        getElement().setAttribute("action", action);
        getElement().setAttribute("novalidate", true);
        send = new NativeButton(label);
        send.addClassName("button-link");
        send.getElement().setAttribute("type", "submit");
    }

    /** The fields in order; the button follows them. */
    CredentialsForm with(Component... fields) {
        removeAll();
        add(fields);
        add(new CsrfField(), send);
        return this;
    }

    static TextField name() {
        TextField name = new TextField("Name");
        name.getElement().setAttribute("name", "username");
        name.getElement().setAttribute("spellcheck", "false");
        name.setAutocomplete(Autocomplete.USERNAME);
        return name;
    }

    static PasswordField password(String label, String name, Autocomplete kind) {
        PasswordField password = new PasswordField(label);
        password.getElement().setAttribute("name", name);
        password.setAutocomplete(kind);
        return password;
    }

    /** Gives what is typed to the page, in place of sending it; once until {@link #ready}. */
    void onSubmit(Consumer<JsonNode> typed) {
        getElement()
                .addEventListener("submit", event -> {
                    if (send.isEnabled()) {
                        send.setEnabled(false);
                        typed.accept(event.getEventData().get(TYPED));
                    }
                })
                .preventDefault()
                .addEventData(TYPED);
    }

    private static final String TYPED = "Object.fromEntries(new FormData(element))";

    void ready() {
        send.setEnabled(true);
    }

    /** Sends it to the server's sign-in. */
    void send() {
        getElement().executeJs("this.submit()");
    }

    static void refuse(HasValidation field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }
}
