package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The account's pages without a browser. */
@SpringBootTest
class AccountViewTest extends SpringBrowserlessTest {

    private static final String PASSWORD = "correct horse battery";

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        Homes.fresh(registry);
    }

    @Autowired
    private Teachers teachers;

    private Teacher teacher;

    @BeforeEach
    void teacher() {
        teacher = teachers.redeem(teachers.setup().value(), "<img src=x onerror=alert(1)>", PASSWORD);
    }

    @AfterEach
    void leave() {
        TestSignIn.out();
        teachers.delete(teacher.id(), PASSWORD, true, null);
    }

    private Component shown() {
        return (Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    private String text() {
        return $(Main.class).single().getElement().getTextRecursively();
    }

    private Button button(String text) {
        return $(Button.class).withText(text).single();
    }

    @Test
    void whoIsNotSignedInIsAskedTo() {
        UI.getCurrent().navigate("account");
        assertThat(shown()).isInstanceOf(LoginView.class);
        assertThat(SignedIn.teacher()).isEmpty();
    }

    @Test
    void whoIsSignedInSeesTheirOwnPage() {
        TestSignIn.as(teacher);
        UI.getCurrent().navigate("account");
        assertThat(shown()).isInstanceOf(AccountView.class);
        assertThat(SignedIn.teacher()).contains(teacher);
        assertThat($(H1.class).single().getText()).isEqualTo("<img src=x onerror=alert(1)>");
        UI.getCurrent().navigate("login");
        assertThat(shown()).isInstanceOf(AccountView.class);
    }

    @Test
    void anInvitationIsListedAndRevoked() {
        TestSignIn.as(teacher);
        UI.getCurrent().navigate("account");
        test(button("Make an invitation link")).click();
        assertThat($(ListItem.class).all()).hasSize(2);
        assertThat(teachers.openInvitations()).hasSize(1);
        test(button("Revoke")).click();
        assertThat(teachers.openInvitations()).isEmpty();
        assertThat($(ListItem.class).all()).hasSize(1);
    }

    @Test
    void theLastTeacherIsToldSoBeforeLeaving() {
        TestSignIn.as(teacher);
        UI.getCurrent().navigate("account");
        test(button("Delete my account")).click();
        assertThat(text()).contains("You are the last teacher here");
        assertThat($(PasswordField.class).all()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error | Name or password is wrong.",
                "wait=1 | Wait 1 second, then",
                "wait=90 | Wait 90 seconds, then",
                "wait=300 | Wait 5 minutes, then",
                "wait=0 | Wait a while",
                "wait=-1 | Wait a while",
                "wait=99999999999999999999 | Wait a while",
                "wait=<script> | Wait a while",
                "stale | open for too long",
                "out | You are signed out."
            })
    void theSignInPageSaysWhatBecameOfTheLastTry(String query, String said) {
        String[] parts = query.split("=", 2);
        UI.getCurrent().navigate("login", QueryParameters.simple(Map.of(parts[0], parts.length > 1 ? parts[1] : "")));
        assertThat(text()).contains(said).doesNotContain("<script>");
    }

    @Test
    void theDoorToTheAccountIsForTeachers() {
        UI.getCurrent().navigate("login");
        assertThat($(RouterLink.class).all()).isNotEmpty().extracting(RouterLink::getHref).doesNotContain("account");
    }
}
