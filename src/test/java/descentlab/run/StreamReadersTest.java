package descentlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import descentlab.client.Counters;
import descentlab.client.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

@SpringBootTest(classes = EndpointTest.EndpointsOnly.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class StreamReadersTest {

    @Autowired
    private Counters counters;

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setSession(new MockHttpSession());
        return request;
    }

    private static MockHttpServletRequest in(MockHttpSession browser) {
        MockHttpServletRequest request = from("192.0.2.9");
        request.setSession(browser);
        return request;
    }

    @Test
    void oneBrowserDoesNotReadAwayTheStreamsOfItsAddress() {
        StreamReaders readers = new StreamReaders(counters, 100);
        MockHttpSession greedy = new MockHttpSession();
        List<Counters.Held> held = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            held.add(readers.take(in(greedy)));
        }
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> readers.take(in(greedy)))
                .withMessageContaining("Your browser reads 24 streams, the most it may");
        MockHttpSession other = new MockHttpSession();
        for (int i = 0; i < 24; i++) {
            held.add(readers.take(in(other)));
        }
        held.getFirst().release();
        held.add(readers.take(in(greedy)));
        held.forEach(Counters.Held::release);
    }

    @Test
    void whoReadsAllTheyMayLeavesRoomForOthers() {
        StreamReaders readers = new StreamReaders(counters, 16);
        long refused = Refusal.STREAM.counted();
        List<Counters.Held> held = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            held.add(readers.take(from("192.0.2.1")));
        }
        assertThatExceptionOfType(TooBusyException.class)
                .isThrownBy(() -> readers.take(from("192.0.2.1")))
                .withMessageContaining("From your address 12 streams are read")
                .withMessageContaining("at most 12 and 16");
        assertThat(Refusal.STREAM.counted()).isEqualTo(refused + 1);
        for (int i = 0; i < 4; i++) {
            held.add(readers.take(from("192.0.2.2")));
        }
        assertThatExceptionOfType(TooBusyException.class).isThrownBy(() -> readers.take(from("192.0.2.3")));
        held.forEach(Counters.Held::release);
        readers.take(from("192.0.2.1")).release();
    }
}
