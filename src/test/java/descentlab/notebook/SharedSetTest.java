package descentlab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.Experiment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sets of experiments in one link. */
class SharedSetTest {

    private static final Experiment RACE =
            SharedLink.read("e", "lab/surface?f=x1^2%2Bx2^2&start=1,1&run=adagrad(lr=0.4)~8~sgd(lr=0.1)");
    private static final Experiment MATRIX = SharedLink.read("e", "lab/spectrum?matrix=2,1;1,3");

    private static SharedSet.Opened read(SharedSet set) {
        Map<String, List<String>> query = EncodedQuery.read(set.link().substring("set?".length()));
        return SharedSet.read(query.getOrDefault("name", List.of("")).getFirst(), query.get("e"));
    }

    @Test
    void aSetReadsBack() {
        SharedSet set = new SharedSet("Rates & memory + more", List.of(RACE, MATRIX));
        assertThat(read(set)).isEqualTo(new SharedSet.Opened(set, List.of()));
        SharedSet nameless = new SharedSet("", List.of(MATRIX));
        assertThat(nameless.link()).startsWith("set?e=");
        assertThat(read(nameless).set()).isEqualTo(nameless);
    }

    @Test
    void aSetIsBounded() {
        assertThat(new SharedSet("", Collections.nCopies(8, MATRIX)).refusal()).isEmpty();
        assertThat(new SharedSet("", Collections.nCopies(9, MATRIX)).refusal()).hasValue(
                "A set holds at most 8 experiments; these are 9.");
        Experiment longest = SharedLink.read(
                "e", "lab/surface?f=x1" + "%2Bx1".repeat(48) + "&start=1,1" + "&run=adam(lr=0.1,beta1=0.8)".repeat(8));
        assertThat(new SharedSet("", Collections.nCopies(8, longest)).refusal().orElseThrow()).startsWith("This link is too long");
        assertThat(SharedSet.read("", Collections.nCopies(10, MATRIX.link())).problems())
                .containsExactly("A set holds at most 8 experiments; the 2 after them are left out.");
    }

    @Test
    void badPartsAreSaidAndTheRestOpens() {
        SharedSet.Opened opened = SharedSet.read("x".repeat(500), List.of("lab/spectrum?matrix=x", MATRIX.link(), "lessons?a=b"));
        assertThat(opened.set().experiments()).containsExactly(MATRIX);
        assertThat(opened.set().name()).hasSize(81);
        assertThat(opened.problems()).hasSize(2);
        assertThat(opened.problems().getFirst()).startsWith("Experiment 1 cannot be read. matrix was 'x'.");
        assertThat(opened.problems().getLast()).startsWith("Experiment 3 cannot be read.");
    }
}
