package descentlab.admission;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Acquaintance;
import descentlab.client.Client;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** Who gets a page, where there is room for 60 pages and 180 sessions. */
class AdmissionFilterTest {

    private static final String SCHOOL = "192.0.2.7";
    private static final String ATTACKER = "203.0.113.9";
    private static final Capacity CAPACITY = new Capacity(60, 180);

    private final Counters counters = Counters.inMemory(InstantSource.system());
    private final Acquaintance acquaintance = request ->
            request.getCookies() == null ? null : request.getCookies()[0].getValue();
    private final AdmissionFilter filter =
            new AdmissionFilter(new Admission(counters, List.of(acquaintance), CAPACITY, () -> {}));

    /** Vaadin, as far as it matters: makes a session for each page. */
    private static final FilterChain PAGES = (request, response) -> {
        ((HttpServletRequest) request).getSession();
        ((HttpServletResponse) response).setStatus(200);
    };

    private static MockHttpServletRequest get(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/lab/surface");
        request.setRemoteAddr(address);
        request.addHeader("Accept", "text/html,*/*");
        return request;
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        return answer(request, PAGES);
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private int open(String address, int times) throws Exception {
        int opened = 0;
        for (int i = 0; i < times; i++) {
            opened += answer(get(address)).getStatus() == 200 ? 1 : 0;
        }
        return opened;
    }

    private int pages() {
        return counters.held(CAPACITY.pagesOfStrangers());
    }

    @Test
    void whoFetchesPagesWithoutEndLeavesHalfOfTheRoomToOthers() throws Exception {
        assertThat(open(ATTACKER, 500)).isEqualTo(25);
        assertThat(open(SCHOOL, 12)).isEqualTo(12);
        assertThat(open("198.51.100.1", 3)).isEqualTo(3);
    }

    @Test
    void manyWhoDoSoStillLeaveAFewToEverybody() throws Exception {
        for (int i = 0; i < 4; i++) {
            open("203.0.113." + i, 100);
        }
        assertThat(open(SCHOOL, 1)).isEqualTo(1);
    }

    @Test
    void whoGetsNoneIsToldWithoutASessionWhyAndWhenToComeAgain() throws Exception {
        open(ATTACKER, 100);
        long before = Refusal.PAGE.counted();
        MockHttpServletRequest request = get(ATTACKER);
        MockHttpServletResponse refused = answer(request);
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("20");
        assertThat(refused.getContentAsString())
                .contains("No room just now", "From your address, 203.0.113.9, 25 pages are open, and 25 from everywhere")
                .contains("The server has room for 50")
                .doesNotContain("%");
        assertThat(request.getSession(false)).isNull();
        assertThat(Refusal.PAGE.counted()).isEqualTo(before + 1);
    }

    @Test
    void whoIsKnownGoesFirstAlsoBehindTheAddressOfOneWhoTakesAll() throws Exception {
        open(SCHOOL, 100);
        MockHttpServletRequest student = get(SCHOOL);
        student.setCookies(new Cookie("learner", "ada"));
        assertThat(answer(student).getStatus()).isEqualTo(200);
    }

    @Test
    void butNotWithoutEnd() throws Exception {
        open(SCHOOL, 100);
        long opened = 0;
        for (int i = 0; i < 60; i++) {
            MockHttpServletRequest student = get(SCHOOL);
            student.setCookies(new Cookie("learner", "ada"));
            opened += answer(student).getStatus() == 200 ? 1 : 0;
        }
        assertThat(opened).isEqualTo(Capacity.OF_ONE_KNOWN);
    }

    @Test
    void aPageTakesTheRoomThatItsRequestWasGiven() throws Exception {
        MockHttpServletRequest first = get(SCHOOL);
        answer(first);
        assertThat(pages()).isEqualTo(1);
        MockHttpServletRequest begin = get(SCHOOL);
        begin.setSession(first.getSession(false));
        begin.setParameter("v-r", "init");
        AdmissionFilter.Room[] room = new AdmissionFilter.Room[1];
        answer(begin, (request, response) -> {
            room[0] = (AdmissionFilter.Room) request.getAttribute(AdmittedPages.ROOM);
            room[0].take();
        });
        assertThat(pages()).isEqualTo(1);
        room[0].take().release();
        assertThat(pages()).isZero();
    }

    @Test
    void aPageThatDoesNotBeginGivesItsRoomBack() throws Exception {
        MockHttpServletRequest begin = get(SCHOOL);
        begin.setParameter("v-r", "init");
        answer(begin);
        assertThat(pages()).isZero();
        answer(get(SCHOOL), (request, response) -> ((HttpServletResponse) response).sendRedirect("/login"));
        assertThat(pages()).isZero();
    }

    @Test
    void aSessionThatEndsGivesAllItsRoomBack() throws Exception {
        MockHttpServletRequest request = get(SCHOOL);
        answer(request);
        assertThat(request.getSession(false).getMaxInactiveInterval())
                .as("short, while no page has begun in it")
                .isEqualTo((int) Capacity.FIRST_SIGN.toSeconds());
        assertThat(counters.held(CAPACITY.sessionsOfStrangers(), SCHOOL)).isEqualTo(1);
        ((MockHttpSession) request.getSession(false)).invalidate();
        assertThat(counters.held(CAPACITY.sessionsOfStrangers())).isZero();
        assertThat(pages()).isZero();
    }

    @Test
    void sessionsThatAreMadeByOtherRequestsAreBoundedToo() throws Exception {
        List<Integer> statuses = IntStream.range(0, 300)
                .mapToObj(i -> {
                    MockHttpServletRequest post = new MockHttpServletRequest("POST", "/login");
                    post.setRemoteAddr(ATTACKER);
                    try {
                        return answer(post, (request, response) -> {
                                    try {
                                        ((HttpServletRequest) request).getSession();
                                    } catch (RuntimeException full) {
                                        throw new ServletException(full); // as Vaadin wraps it
                                    }
                                })
                                .getStatus();
                    } catch (Exception failed) {
                        throw new AssertionError(failed);
                    }
                })
                .toList();
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(75);
        assertThat(statuses.getLast()).isEqualTo(503);
        assertThat(counters.held(CAPACITY.sessionsOfStrangers(), Client.of(SCHOOL).value())).isZero();
    }

    @Test
    void twoHundredStudentsOfOneSchoolComeInAtHalfAGigabyte() { // of which a hundred megabytes are for pages
        Capacity capacity = Capacity.of(100L << 20);
        assertThat(capacity.pagesOfStrangers().allows(199 + 20, 199 + 20)).isTrue();
        assertThat(capacity.sessionsOfStrangers().allows(199 + 20, 199 + 20)).isTrue();
        assertThat(Capacity.PACE.atOnce()).isGreaterThanOrEqualTo(400);
    }
}
