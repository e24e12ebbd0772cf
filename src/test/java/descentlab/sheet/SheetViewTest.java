package descentlab.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.QueryParameters;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.account.TestSignIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** Exercises on paper without a browser. */
@SpringBootTest
class SheetViewTest extends SpringBrowserlessTest {

    private String text() {
        return ((Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
                .getElement()
                .getOuterHTML();
    }

    @Test
    void thereIsASheetForEachAndNoSolutionOnIt() {
        UI.getCurrent().navigate("sheet/drills", QueryParameters.fromString("copies=3&parts=2&seed=5"));
        assertThat($(Section.class).withClassName("sheet").all()).hasSize(3);
        assertThat($(Section.class).withClassName("sheet-part").all()).hasSize(6);
        assertThat(text()).contains("No. 3 of 3, numbers 5").doesNotContain("has the solutions").doesNotContain("Solutions");
        assertThat($(Anchor.class).all()).noneMatch(anchor -> anchor.getHref().contains("solutions"));
    }

    @Test
    void tooManyAreRefusedInWords() {
        UI.getCurrent().navigate("sheet/drills", QueryParameters.fromString("copies=5000&parts=2&seed=5"));
        assertThat($(Section.class).withClassName("sheet").all()).hasSize(1);
        assertThat(text()).contains("copies was '5000'. Please give a whole number from 1 to 60.");
    }

    @Test
    void solutionsAreForTeachersOnly() {
        UI.getCurrent().navigate("sheet/drills/solutions");
        assertThat(text()).doesNotContain("has the solutions");
        assertThat($(Section.class).withClassName("sheet").all()).isEmpty();
    }

    @Test
    void aTeacherFindsTheSolutionsOfTheSameNumbers() {
        TestSignIn.as(new Teacher(new TeacherId(UUID.randomUUID()), "Ada"));
        try {
            UI.getCurrent().navigate("sheet/drills", QueryParameters.fromString("copies=2&parts=1&seed=5"));
            String link = $(Anchor.class).withCondition(anchor -> anchor.getText().equals("Solutions")).single().getHref();
            assertThat(link).isEqualTo("sheet/drills/solutions?copies=2&parts=1&seed=5");
            UI.getCurrent().navigate("sheet/drills/solutions", QueryParameters.fromString("copies=2&parts=1&seed=5"));
            assertThat($(Section.class).withClassName("sheet").all()).hasSize(2);
            assertThat(text()).contains("has the solutions", "No. 2 of 2, numbers 5").doesNotContain("sheet-blank");
        } finally {
            TestSignIn.out();
        }
    }

    @Test
    void ofWhatThereIsNotThereIsNone() {
        UI.getCurrent().navigate("sheet/nothing");
        assertThat($(Section.class).withClassName("sheet").all()).isEmpty();
        assertThat(text()).contains("There is no exercise “nothing”.");
    }
}
