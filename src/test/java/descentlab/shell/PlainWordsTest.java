package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What fails in a page is written down, but for browsers that did not wait for an answer: they could fill the log. */
@ExtendWith(OutputCaptureExtension.class)
class PlainWordsTest {

    @Test
    void whoIsGoneIsNoFailure(CapturedOutput log) {
        Exception gone = new ClientAbortException(new IOException("Broken pipe"));
        PlainWords.failed(new ErrorEvent(gone));
        PlainWords.failed(new ErrorEvent(new RuntimeException(gone)));
        assertThat(log.getAll()).doesNotContain("Broken pipe");
    }

    /** Flow trips over a page that was let go while its own request is being answered. */
    @Test
    void norIsAPageThatHasEndedMeanwhile(CapturedOutput log) {
        UI.setCurrent(new UI());
        try {
            PlainWords.failed(new ErrorEvent(new NullPointerException("of a page that has ended")));
        } finally {
            UI.setCurrent(null);
        }
        assertThat(log.getAll()).doesNotContain("of a page that has ended");
    }

    @Test
    void anythingElseIs(CapturedOutput log) {
        PlainWords.failed(new ErrorEvent(new IOException("No space left on device")));
        assertThat(log.getAll()).contains("No space left on device");
    }
}
