package descentlab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static String flowing(String note) {
        return new Plan("Title", "", List.of(new Step("Look", note, 1, new Act.Tell()))).flowing().steps().getFirst().note();
    }

    @Test
    void aParagraphBrokenByHandFlows() {
        assertThat(flowing("Say this\nand that.\n\nThen go on\nto $x$.")).isEqualTo("Say this and that.\n\nThen go on to $x$.");
    }

    @Test
    void whatIsNoParagraphKeepsItsLines() {
        for (String note : List.of("- one\n- two", "1. one\n2. two", "Look:\n$$x^2$$\nthere", "```\na\nb\n```", "# A\n\n> b\n> c", "a\n  b")) {
            assertThat(flowing(note)).isEqualTo(note);
        }
    }
}
