package descentlab.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Markdown with formulas, also from those who mean no good. */
class MarkdownTest {

    private static String html(String markdown) {
        return Markdown.html(Markdown.parse(markdown));
    }

    @Test
    void aFormulaIsLeftAlone() {
        assertThat(html("So $a_1^2 < b_2 \\\\ *c*$ holds."))
                .contains("<descent-formula tex=\"a_1^2 &lt; b_2 \\\\ *c*\">a_1^2 &lt; b_2 \\\\ *c*</descent-formula>");
        assertThat(html("$$\\eta_t = 1$$")).contains("<descent-formula tex=\"\\eta_t = 1\" display>");
        assertThat(html("It costs $5, or $6 there.")).contains("$5, or $6 there.");
        assertThat(html("$$ alone $")).doesNotContain("<descent-formula");
    }

    @Test
    void wordsAreLeftOfIt() {
        assertThat(Markdown.words("Down a *bowl*\nfrom `x`, at [0.4](first#eta) with $\\eta_t$: <b>see</b> [here](lab/surface).\n\nOn."))
                .isEqualTo("Down a bowl from x, at 0.4 with \\eta_t: see here. On.");
    }

    @Test
    void nothingGetsOutOfAFormula() {
        assertThat(html("$\"><script>alert(1)</script>$"))
                .contains("tex=\"&quot;")
                .doesNotContain("<script");
    }

    @Test
    void htmlIsTextAndLinksLeadWhereLinksMay() {
        assertThat(html("<script>alert(1)</script> <img src=x onerror=alert(1)>"))
                .doesNotContain("<script")
                .doesNotContain("<img");
        assertThat(html("[here](javascript:alert(1))")).doesNotContain("javascript:");
        assertThat(html("[lab](lab/surface)")).contains("href=\"lab/surface\"");
    }
}
