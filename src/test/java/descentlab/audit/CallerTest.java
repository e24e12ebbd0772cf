package descentlab.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CallerTest {

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void itIsWhoseRequestIsAnswered() {
        assertThat(Caller.address()).isEmpty();
        request("203.0.113.5");
        assertThat(Caller.address()).isEqualTo("203.0.113.5");
    }

    @Test
    void workInAnotherThreadIsStillDoneForThem() throws InterruptedException {
        request("203.0.113.5");
        AtomicReference<String> seen = new AtomicReference<>();
        Runnable work = Caller.carriedBy(() -> seen.set(Caller.address()));
        request("203.0.113.6");
        Thread.startVirtualThread(work).join();
        assertThat(seen).hasValue("203.0.113.5");
    }

    private static void request(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
