package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A student writes update rules: in the surface lab, and in the exercise that asks for some. */
class OwnRuleIT extends BrowserTest {

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator rule() {
        return page.getByLabel("Rule", new Page.GetByLabelOptions().setExact(true));
    }

    private Locator verdict() {
        return page.locator(".verdict").first();
    }

    private void write(String text) {
        rule().fill(text);
        button("Check").click();
    }

    @Test
    void anOptimizerIsOpenedAsARuleAndChanged() {
        reducedMotion();
        open("/lab/surface?run=momentum(lr=0.1,beta=0.8)");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        button("Settings of Momentum").click();
        button("Show me as a rule: Momentum").click();
        assertThat(rule()).hasValue("param beta = 0.8\nv = beta*v+g\nx = x-lr*v");
        assertThat(page).hasURL(Pattern.compile("run=rule\\("));
        rule().fill("param beta = 0.8\nv = beta*v+g\nx = x-lr*(v+q)");
        rule().blur();
        assertThat(page.locator("vaadin-text-area")).containsText("Line 3, character 13");
        rule().fill("param beta = 0.8\nv = beta*v+g\nx = x-lr*v/(3-t)");
        rule().blur();
        page.locator("race-inspector").scrollIntoViewIfNeeded();
        assertThat(page.locator("race-inspector")).containsText("divides by zero: 3-t is 0 there");
        rule().fill("param beta = 0.8\nv = beta*v+g\nx = x-lr*(g+beta*v)");
        rule().blur();
        assertThat(page).hasURL(Pattern.compile("g%2Bbeta\\*v|g\\+beta\\*v"));
        page.reload();
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        screenshot("own-rule");
    }

    @Test
    void adagradIsWrittenAndMistakesAreNamed() {
        reducedMotion();
        open("/exercises/from-scratch?part=1");
        assertThat(rule()).hasValue("param eps=1e-6\nx=x-lr*g");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        write("param eps=1e-6\ns = s + g^2\nx = x - lr*g/(s + eps)");
        assertThat(verdict()).containsText("The root is forgotten");
        assertThat(verdict()).containsText("The race above shows it");
        assertThat(page.locator(".part-figure")).hasCount(0);
        screenshot("written-wrong");
        write("s = s + g^2\nx = x - lr*g/sqrt(s + eps)");
        assertThat(verdict()).containsText("cannot be read");
        write("param eps=1e-6\ns = s + g^2\nx = x - lr*g/(sqrt(s) + eps)");
        assertThat(verdict()).containsText("a published variant, and no mistake");
        assertThat(page.locator(".part-figure race-surface")).hasCount(1);
        Canvases.awaitDrawn(page.locator(".part-figure race-surface canvas").first());
        write("param eps=1e-6\ns = s + g^2\nx = x - lr*g/sqrt(s + eps)");
        assertThat(verdict()).containsText("step by step");
        assertThat(page.locator(".part-figure")).hasCount(0);
        page.reload();
        assertThat(verdict()).containsText("Solved");
        // The first right answer is the one that is kept.
        assertThat(rule()).hasValue("param eps=1e-6\ns = s + g^2\nx = x - lr*g/(sqrt(s) + eps)");
    }
}
