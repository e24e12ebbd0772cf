package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "descentlab.shell")
class MainLayoutTest extends BrowserlessTest {

    /** Without {@code @Route}, so that no other test finds them. */
    @Menu(title = "Second", order = 2)
    public static class Second extends Div {
    }

    @Menu(title = "First", order = 1)
    public static class First extends Div implements HasHeaderActions {
        @Override
        public List<Component> headerActions() {
            return List.of(new Button("Share"));
        }
    }

    public static class Unlisted extends Div {
    }

    public static class Failing extends Div {
        public Failing() {
            throw new IllegalStateException("the secret cause");
        }
    }

    @BeforeEach
    void route() {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        routes.setRoute("lab/second", Second.class, MainLayout.class);
        routes.setRoute("lab/first", First.class, MainLayout.class);
        routes.setRoute("unlisted", Unlisted.class, MainLayout.class);
        routes.setRoute("failing", Failing.class, MainLayout.class);
    }

    @Test
    void hasADoorForEachListedViewInOrder() {
        navigate(Unlisted.class);

        assertThat(doors()).extracting(RouterLink::getText).containsExactly("First", "Second");
        assertThat(doors()).extracting(RouterLink::getHref).containsExactly("lab/first", "lab/second");
    }

    @Test
    void marksTheDoorOfThePageShown() {
        navigate(First.class);
        assertThat(current()).containsExactly("First");

        navigate(Second.class);
        assertThat(current()).containsExactly("Second");

        navigate(Unlisted.class);
        assertThat(current()).isEmpty();
    }

    @Test
    void showsAViewsButtonsWhileItIsShown() {
        navigate(First.class);
        assertThat($(Button.class).withText("Share").exists()).isTrue();

        navigate(Second.class);
        assertThat($(Button.class).withText("Share").exists()).isFalse();
    }

    @Test
    void holdsOnePageInItsMain() {
        navigate(First.class);
        Second second = navigate(Second.class);

        assertThat($(Main.class).single().getChildren()).containsExactly(second);
    }

    @Test
    void saysWhatIsNotThereInsideTheSameFrame() {
        UI.getCurrent().navigate("lab/nowhere");

        assertThat($(H1.class).single().getText()).isEqualTo("There is no page here");
        assertThat($(PageNotFound.class).single().getElement().getTextRecursively()).contains("“lab/nowhere”");
        assertThat(doors()).isNotEmpty();
    }

    @Test
    void keepsTheCauseOfAFailureToTheLog() {
        UI.getCurrent().navigate("failing");

        String said = $(PageFailed.class).single().getElement().getTextRecursively();
        assertThat(said).contains("could not be shown", "number below").doesNotContain("secret", "Exception");
    }

    @Test
    void goesRoundTheColorSchemes() {
        navigate(Unlisted.class);
        ColorSchemeButton button = $(ColorSchemeButton.class).single();

        assertThat(button.getElement().getAttribute("data-scheme")).isEqualTo("system");
        test(button).click();
        assertThat(button.getElement().getAttribute("data-scheme")).isEqualTo("light");
        assertThat(button.getAriaLabel()).hasValue("Color scheme: light. Change to dark");
        test(button).click();
        test(button).click();
        assertThat(button.getElement().getAttribute("data-scheme")).isEqualTo("system");
    }

    private List<RouterLink> doors() {
        return $(RouterLink.class).all();
    }

    private List<String> current() {
        return doors().stream()
                .filter(door -> "page".equals(door.getElement().getAttribute("aria-current")))
                .map(RouterLink::getText)
                .toList();
    }
}
