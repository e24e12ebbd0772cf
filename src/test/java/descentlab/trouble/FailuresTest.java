package descentlab.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What goes wrong at every request fills no disk. */
@ExtendWith(OutputCaptureExtension.class)
class FailuresTest {

    private Instant now = Instant.EPOCH;
    private final Failures failures = new Failures(() -> now);

    private String fail(String message) {
        return failures.note("answering", new IllegalStateException(message, new RuntimeException("deep")));
    }

    @Test
    void theSameIsTracedOnceAndCounted(CapturedOutput log) {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            numbers.add(fail("request " + i));
            now = now.plusMillis(100);
        }
        assertThat(numbers).hasSize(1);
        assertThat(log.getOut().lines().filter(line -> line.contains("IllegalStateException"))).hasSize(1);
        assertThat(log.getOut().lines().filter(line -> line.contains("again"))).hasSize(1);
        assertThat(log.getOut()).contains("Failure " + numbers.iterator().next());
    }

    @Test
    void whoWentBeforeTheAnswerHasNotMetAFailure() {
        Exception broken = new ClientAbortException(new IOException("Broken pipe"));
        assertThat(Failures.isNobodyThere(new HttpMessageNotWritableException("Could not write JSON", broken))).isTrue();
        assertThat(Failures.isNobodyThere(new AsyncRequestNotUsableException("gone"))).isTrue();
        assertThat(Failures.isNobodyThere(new IllegalStateException(new IOException("Broken pipe"))))
                .as("that of the database, say")
                .isFalse();
    }

    @Test
    void anotherOneAndOneOfLongAgoAreNew(CapturedOutput log) {
        String first = fail("one");
        String other = failures.note("answering", new IllegalArgumentException("another"));
        now = now.plus(Duration.ofHours(1));
        assertThat(Set.of(first, other, fail("one"))).hasSize(3);
        assertThat(log.getOut().lines().filter(line -> line.contains("java.lang.Illegal"))).hasSize(3);
    }
}
