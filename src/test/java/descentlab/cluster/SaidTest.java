package descentlab.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import descentlab.cluster.Envelope.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaidTest {

    private final Said said = new Said();

    @Test
    void countsByKindAndSubject() {
        said.add(Kind.TOLD, "news", 10);
        said.add(Kind.TOLD, "news", 5);
        said.add(Kind.QUESTION, "news", 1);
        List<Said.Flow> flows = new ArrayList<>();
        said.each(flows::add);
        flows.removeIf(flow -> flow.messages() == 0);
        assertThat(flows)
                .extracting(Said.Flow::kind, Said.Flow::subject, Said.Flow::messages, Said.Flow::bytes)
                .containsExactlyInAnyOrder(tuple(Kind.TOLD, "news", 2L, 15L), tuple(Kind.QUESTION, "news", 1L, 1L));
    }

    @Test
    void tellsOfEachFlowOnce() {
        List<String> subjects = new ArrayList<>();
        said.add(Kind.TOLD, "before", 1);
        said.each(flow -> subjects.add(flow.subject()));
        said.add(Kind.TOLD, "after", 1);
        said.add(Kind.TOLD, "after", 1);
        assertThat(subjects).containsOnlyOnce("before", "after");
    }
}
