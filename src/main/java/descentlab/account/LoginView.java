package descentlab.account;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Duration;

/** Where teachers sign in. Its query says what became of the last try. */
@Route(LoginView.PATH)
@AnonymousAllowed
@PageTitle("Sign in · Descent Lab")
@StyleSheet("descentlab/account.css")
class LoginView extends Div implements BeforeEnterObserver {

    static final String PATH = "login";
    static final String ERROR = "error";
    static final String WAIT = "wait";
    static final String AWAY = "away";
    static final String OUT = "out";
    static final String STALE = "stale";
    static final String DELETED = "deleted";

    private final Div said = new Div();

    LoginView() {
        addClassNames("page", "account", "login");
        TextField name = CredentialsForm.name();
        name.setAutofocus(true);
        Paragraph lead = new Paragraph("For teachers who lead a class. Everything else here needs no account.");
        lead.addClassName("soft");
        Paragraph help = new Paragraph("No account yet? A teacher who has one can invite you. Forgot your password?"
                + " Whoever runs this server can make you a new link: its README says how.");
        help.addClassNames("soft", "help");
        Div card = new Div(
                said,
                new CredentialsForm(PATH, "Sign in")
                        .with(
                                name,
                                CredentialsForm.password("Password", "password", Autocomplete.CURRENT_PASSWORD)));
        card.addClassName("card");
        add(new H1("Sign in"), lead, card, help);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (SignedIn.teacher().isPresent()) {
            event.forwardTo(AccountView.class);
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        if (query.getParameters().containsKey(ERROR)) {
            say("alert", "verdict unreadable", "Name or password is wrong.");
        } else if (query.getParameters().containsKey(WAIT)) {
            say("alert", "verdict unreadable", tooMany(query.getSingleParameter(WAIT).orElse("")));
        } else if (query.getParameters().containsKey(AWAY)) {
            say(
                    "alert",
                    "verdict unreadable",
                    "Nobody can be signed in just now, as the accounts cannot be read. Try again in a moment.");
        } else if (query.getParameters().containsKey(STALE)) {
            say("alert", "verdict unreadable", "This page was open for too long. Please try again.");
        } else if (query.getParameters().containsKey(OUT)) {
            say("status", "verdict", "You are signed out.");
        } else if (query.getParameters().containsKey(DELETED)) {
            say("status", "verdict", "Your account is deleted.");
        } else {
            say("status", "verdict", "");
        }
    }

    private static String tooMany(String seconds) {
        return seconds.matches("[1-9][0-9]{0,4}")
                ? new TooManyTries(Duration.ofSeconds(Long.parseLong(seconds))).getMessage()
                : "Too many tries. Wait a while, then try again.";
    }

    private void say(String role, String classes, String words) {
        said.setClassName(classes);
        said.getElement().setAttribute("role", role);
        said.setText(words);
    }
}
