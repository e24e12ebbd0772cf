package descentlab.account;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.client.Secret;
import tools.jackson.databind.JsonNode;

/**
 * Where a one-time link leads. Its secret stands behind the #, so that no server and no log sees it. Once the account
 * is made, the form goes on to the sign-in like any other.
 */
@Route(WelcomeView.PATH)
@AnonymousAllowed
@PageTitle("Welcome · Descent Lab")
@StyleSheet("descentlab/account.css")
class WelcomeView extends Div {

    static final String PATH = "account/welcome";

    /** The path with the secret that it takes, which no server's log and no referrer gets to see whole. */
    static String link(Secret secret) {
        return PATH + "#" + secret.value();
    }

    private final Teachers teachers;
    private final Paragraph lead = new Paragraph();
    private final Div said = new Div();
    private final TextField name = CredentialsForm.name();
    private final PasswordField password =
            CredentialsForm.password("Password", "password", Autocomplete.NEW_PASSWORD);
    private final CredentialsForm form = new CredentialsForm(LoginView.PATH, "Make my account");
    private final Div card = new Div(said, form);
    private String secret = "";

    WelcomeView(Teachers teachers) {
        this.teachers = teachers;
        addClassNames("page", "account", "login");
        said.getElement().setAttribute("role", "alert");
        said.addClassNames("verdict", "unreadable");
        lead.addClassName("soft");
        password.setHelperText(PasswordRules.WORDS);
        form.with(name, password);
        form.onSubmit(this::submitted);
        form.setVisible(false);
        card.addClassName("card");
        add(new H1("Welcome"), lead, card);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        // The secret leaves the address bar, so that it does not stay in the history; after the router, which writes
        // the whole address there once the page is entered.
        getElement()
                .executeJs("const secret = location.hash.slice(1);"
                        + " if (secret) setTimeout(() => history.replaceState(history.state, '', location.pathname));"
                        + " return secret;")
                .then(String.class, this::opened);
    }

    private void opened(String given) {
        secret = given;
        if (secret.isEmpty()) {
            said.setText("This page is opened by a one-time link, and the link is not in the address any more: open it"
                    + " again.");
            return;
        }
        try {
            boolean setup = teachers.check(secret);
            lead.setText(
                    setup && !teachers.all().isEmpty()
                            ? "Type your name and a new password, and your account has it; or a new name, for a new"
                                    + " account."
                            : "Choose a name and a password, and you can lead a class here.");
            form.setVisible(true);
            name.focus();
        } catch (AccountRefused refused) {
            said.setText(refused.getMessage());
        }
    }

    private void submitted(JsonNode typed) {
        said.setText("");
        name.setInvalid(false);
        password.setInvalid(false);
        String typedName = typed.path("username").asString("");
        String typedPassword = typed.path("password").asString("");
        Background.run(
                UI.getCurrent(),
                () -> teachers.redeem(secret, typedName, typedPassword),
                teacher -> form.send(),
                this::refused);
    }

    private void refused(AccountRefused why) {
        form.ready();
        switch (why.about()) {
            case NAME -> CredentialsForm.refuse(name, why.getMessage());
            case PASSWORD -> CredentialsForm.refuse(password, why.getMessage());
            default -> said.setText(why.getMessage());
        }
    }
}
