package descentlab.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The first page, as a newcomer meets it. */
class HomeIT extends BrowserTest {

    /** Bytes as they are sent. */
    private static final double MOST_SCRIPTS = 130_000;

    @Test
    void aRaceIsOnAndADoorLeadsToTheLab() {
        open("/");
        assertThat(page).hasTitle("Descent Lab");
        assertThat(page.locator("h1")).isVisible();
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        assertThat(page.locator("race-timeline output")).containsText(Pattern.compile("step\\s+\\d+\\s+of\\s+20"));
        page.getByText("Race them yourself").click();
        assertThat(page).hasURL(Pattern.compile("/lab/surface\\?objective=ellipse.*run=adagrad\\(lr=2\\)"));
    }

    @Test
    void theFirstAnswerHasTheWordsAndThePageTakesTheirPlace() {
        for (String path : List.of("/", "/lab/surface", "/lab/training", "/lab/spectrum", "/lesson/adagrad", "/exercises/distances?part=2")) {
            APIResponse answer = page.request().get(address(path));
            org.assertj.core.api.Assertions.assertThat(answer.headers().get("cache-control")).as(path).isEqualTo("private, no-cache");
            Document first = Jsoup.parse(answer.text());
            org.assertj.core.api.Assertions.assertThat(first.select("body > .first-screen h1").text()).as(path).isNotEmpty();
            org.assertj.core.api.Assertions.assertThat(first.select(".doors a").eachText()).as(path).contains("Lessons", "Surface", "Class");
            open(path);
            assertThat(page.locator("main")).hasCount(1);
            assertThat(page.locator(".first-screen")).hasCount(0);
            assertThat(page.locator("h1").first()).hasText(first.select("h1").text());
        }
    }

    /** They are fetched before they are asked for: by another address that would be twice. */
    @Test
    void itsScriptsAreFewAndFetchedOnce() {
        open("/");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        page.waitForFunction("() => window.vaadinPush");
        @SuppressWarnings("unchecked")
        Map<String, Number> sent = (Map<String, Number>) page.evaluate(
                """
                () => {
                  const sent = {};
                  for (const { name, transferSize, encodedBodySize } of performance.getEntriesByType('resource')) {
                    if (!/\\.js(\\?|$)/.test(name) || transferSize === 0) continue;
                    sent[name] = name in sent ? Infinity : encodedBodySize;
                  }
                  return sent;
                }""");
        org.assertj.core.api.Assertions.assertThat(sent.keySet())
                .anyMatch(name -> name.contains("vaadinPush-min.js?v="))
                .anyMatch(name -> name.contains("FlowClient"));
        org.assertj.core.api.Assertions.assertThat(sent.values().stream().mapToDouble(Number::doubleValue).sum())
                .as("bytes of %s", sent)
                .isLessThan(MOST_SCRIPTS);
    }

    @Test
    void itFitsAPhoneAndTheDark() {
        screen(Screen.PHONE);
        colors(ColorScheme.DARK);
        open("/");
        Canvases.awaitDrawn(page.locator("race-surface canvas").first());
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    @Test
    void itsFootLeadsToTheLicencesOfAllThatIsShipped() {
        open("/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Licences")).click();
        assertThat(page).hasURL(Pattern.compile("/licences$"));
        assertThat(page.locator("main")).containsText("katex 0.16");
        assertThat(page.locator("main")).containsText("Hipparchus");
        page.locator("summary", new Page.LocatorOptions().setHasText("BSD-3-Clause")).first().click();
        assertThat(page.getByText("Redistribution and use in source and binary forms").first()).isVisible();
        screen(Screen.PHONE);
        assertNothingSticksOut();
    }

    @Test
    void aPageThatIsNoneSaysSo() {
        open("/nowhere");
        assertThat(page.locator("main")).containsText("nowhere");
        forgive("404");
    }
}
