package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import descentlab.account.Teacher;
import descentlab.account.Teachers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A teacher's account from the first link to the last day. */
class AccountIT extends BrowserTest {

    private static final String PASSWORD = "correct horse battery";

    @Autowired
    private Teachers teachers;

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void signIn(Page page, String name, String password) {
        field(page, "Name").fill(name);
        field(page, "Password").fill(password);
        field(page, "Password").press("Enter");
    }

    private static void assertSignedInAs(Page page, String name) {
        assertThat(page).hasURL(Pattern.compile("/account$"));
        assertThat(page.locator("h1")).hasText(name);
    }

    @Test
    void fromTheFirstStartToSigningInAgain() {
        open("/" + "account/welcome#" + teachers.setup().value());
        assertThat(page).hasURL(Pattern.compile("/account/welcome$"));
        signIn(page, "<b>Ada</b>", "password1");
        assertThat(page.locator("vaadin-password-field [slot=error-message]")).containsText("tried first");
        signIn(page, "<b>Ada</b>", PASSWORD);
        assertSignedInAs(page, "<b>Ada</b>");
        Cookie session = page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
        org.assertj.core.api.Assertions.assertThat(session.httpOnly).isTrue();
        assertThat(page.locator(".doors")).containsText("Account");
        screenshot("account");

        button(page, "Sign out").click();
        assertThat(page).hasURL(Pattern.compile("/login\\?out$"));
        assertThat(page.locator(".verdict")).hasText("You are signed out.");
        assertThat(page.locator(".doors")).not().containsText("Account");

        open("/account");
        assertThat(page).hasURL(Pattern.compile("/login$"));
        signIn(page, "<b>Ada</b>", "wrong");
        assertThat(page.locator(".verdict")).hasText("Name or password is wrong.");
        signIn(page, "<B>ADA</B>", PASSWORD);
        assertThat(page).hasURL(Pattern.compile("/account(\\?continue)?$"));
        assertThat(page.locator("h1")).hasText("<b>Ada</b>");
        forgive("Websocket closed"); // pages were left under their connections
    }

    @Test
    void aColleagueIsInvitedOnce() {
        Teacher grace = teachers.redeem(teachers.setup().value(), "Grace", PASSWORD);
        open("/login");
        signIn(page, "Grace", PASSWORD);
        assertSignedInAs(page, "Grace");
        button(page, "Make an invitation link").click();
        Locator link = field(page, "Invitation link, shown only now");
        assertThat(link).hasValue(Pattern.compile("http.*/account/welcome#[A-Za-z0-9_-]{32}"));
        assertThat(page.locator(".invitations li")).containsText("by Grace");

        try (BrowserContext elsewhere = page.context().browser().newContext()) {
            Page there = elsewhere.newPage();
            there.navigate(link.inputValue());
            signIn(there, "grace", PASSWORD);
            assertThat(there.locator("vaadin-text-field [slot=error-message]")).containsText("here already");
            signIn(there, "Emmy", PASSWORD);
            assertSignedInAs(there, "Emmy");
            there.navigate(address("/")); // else only the hash would change
            there.navigate(link.inputValue());
            assertThat(there.locator(".verdict")).containsText("has been used");
        }
        org.assertj.core.api.Assertions.assertThat(teachers.find(grace.id())).isPresent();

        page.reload();
        assertThat(page.locator(".names")).containsText("Emmy");
        button(page, "Make an invitation link").click();
        button(page, "Revoke").click();
        assertThat(page.locator(".invitations")).isHidden();
        forgive("Websocket closed");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndLeavingDeletesAll() {
        teachers.redeem(teachers.setup().value(), "Alan", PASSWORD);
        open("/login");
        signIn(page, "Alan", PASSWORD);
        assertSignedInAs(page, "Alan");
        try (BrowserContext elsewhere = page.context().browser().newContext()) {
            Page there = elsewhere.newPage();
            there.navigate(address("/login"));
            signIn(there, "Alan", PASSWORD);
            assertSignedInAs(there, "Alan");

            field(page, "Password until now").fill("wrong");
            field(page, "New password").fill("another horse");
            button(page, "Change password").click();
            assertThat(page.getByText("That is not your password.").first()).isVisible();
            field(page, "Password until now").fill(PASSWORD);
            button(page, "Change password").click();
            assertThat(page.locator(".verdict.right")).containsText("is changed");

            there.navigate(address("/account"));
            assertThat(there).hasURL(Pattern.compile("/login$"));
        }
        page.reload();
        assertSignedInAs(page, "Alan");

        button(page, "Delete my account").click();
        field(page, "Your password").fill("another horse");
        field(page, "Your password").press("Enter");
        assertThat(page.locator(".verdict").first()).containsText(Pattern.compile("deleted|last teacher"));
        if (!page.url().contains("deleted")) {
            button(page, "Delete my account for good").click();
        }
        assertThat(page).hasURL(Pattern.compile("/login\\?deleted$"));
        open("/account");
        assertThat(page).hasURL(Pattern.compile("/login$"));
        forgive("Websocket closed");
    }

    @Test
    void aPageThatIsForgedOrWasOpenForTooLongSaysSo() {
        open("/account/welcome");
        assertThat(page.locator(".verdict")).containsText("open it again");
        open("/");
        open("/account/welcome#" + "x".repeat(32));
        assertThat(page.locator(".verdict")).containsText("not known here");
        open("/login");
        assertThat(field(page, "Name")).isVisible();
        page.context().clearCookies();
        signIn(page, "Nobody", PASSWORD);
        assertThat(page.locator(".verdict")).containsText("open for too long");
        forgive("Websocket closed");
    }

    @Test
    void itFitsAPhoneAndTheDark() {
        screen(Screen.PHONE);
        colors(ColorScheme.DARK);
        String name = "W".repeat(40);
        String welcome = "account/welcome#" + teachers.setup().value();
        open("/" + welcome);
        assertThat(field(page, "Name")).isVisible();
        assertNothingSticksOut();
        signIn(page, name, PASSWORD);
        assertSignedInAs(page, name);
        button(page, "Make an invitation link").click();
        assertThat(page.locator(".invitations li")).isVisible();
        assertNothingSticksOut();
        button(page, "Sign out").click();
        assertThat(field(page, "Name")).isVisible();
        assertNothingSticksOut();
        forgive("Websocket closed");
    }
}
