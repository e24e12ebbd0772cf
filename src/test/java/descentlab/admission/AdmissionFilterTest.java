package descentlab.admission;

import static org.assertj.core.api.Assertions.assertThat;

import descentlab.client.Acquaintance;
import descentlab.client.BrowserCookie;
import descentlab.client.Counters;
import descentlab.client.Refusal;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Who gets a page, where there is room for 60 pages and 180 sessions. */
class AdmissionFilterTest {

    private static final String SCHOOL = "192.0.2.7";
    private static final String ATTACKER = "203.0.113.9";
    private static final Capacity CAPACITY = new Capacity(60, 180);

    private final Counters counters = Counters.inMemory(InstantSource.system());
    private final Acquaintance acquaintance = request -> new BrowserCookie("learner", Duration.ofDays(1))
            .values(request)
            .findFirst()
            .orElse(null);
    private final Set<HttpSession> lookedAt = new HashSet<>();
    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private final AdmissionFilter filter = new AdmissionFilter(new Admission(
            counters, List.of(acquaintance), CAPACITY, () -> {}, lookedAt::contains, new Line(() -> now), new Newcomers(() -> now)));

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

    /** For a session without a page. */
    private static MockHttpServletRequest post(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/login");
        request.setRemoteAddr(address);
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

    /** Opens so many pages, each in a browser of its own, and looks at them; how many there were. */
    private int open(String address, int times) throws Exception {
        int opened = 0;
        for (int i = 0; i < times; i++) {
            MockHttpServletRequest request = get(address);
            if (answer(request).getStatus() == 200) {
                lookedAt.add(request.getSession(false));
                opened++;
            }
        }
        return opened;
    }

    private int pages(String address) {
        return counters.held(CAPACITY.pagesOfStrangers(), address);
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
    void theOperatorsFiguresTellARefusalFromAFailure() throws Exception {
        open(ATTACKER, 100);
        AtomicReference<Observation.Context> seen = new AtomicReference<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(context -> {
            seen.set(context);
            return true;
        });
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ServerHttpObservationFilter(registry)
                .doFilter(get(ATTACKER), response, (request, wrapped) -> filter.doFilter(request, wrapped, PAGES));
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(seen.get().getLowCardinalityKeyValue("exception").getValue()).isEqualTo("NoRoom");
    }

    /** Behind the address of a class, say. */
    @Test
    void whoFetchesPagesAndLooksAtNoneMakesRoomForTheNext() throws Exception {
        MockHttpServletRequest student = get(SCHOOL);
        answer(student);
        lookedAt.add(student.getSession(false));
        List<MockHttpSession> fetched = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            MockHttpServletRequest request = get(SCHOOL);
            assertThat(answer(request).getStatus()).isEqualTo(200);
            fetched.add((MockHttpSession) request.getSession(false));
            now = now.plus(Capacity.LOADING.dividedBy(10));
        }
        assertThat(pages(SCHOOL)).isEqualTo(25);
        assertThat(fetched.stream().filter(session -> !session.isInvalid())).hasSize(24);
        assertThat(((MockHttpSession) student.getSession(false)).isInvalid()).isFalse();
        now = now.plus(Capacity.LOADING);
        assertThat(open(SCHOOL, 24)).as("who comes later takes their place").isEqualTo(24);
        assertThat(open(SCHOOL, 1)).isZero();
    }

    @Test
    void aBrowserThatLoadsItsPageSlowlyDoesNotMakeRoomForItself() throws Exception {
        open(SCHOOL, 24);
        MockHttpServletRequest first = get(SCHOOL);
        answer(first);
        MockHttpServletRequest begin = get(SCHOOL);
        begin.setSession(first.getSession(false));
        begin.setParameter("v-r", "init");
        AtomicReference<AdmissionFilter.Room> room = new AtomicReference<>();
        answer(begin, (request, response) ->
                room.set((AdmissionFilter.Room) request.getAttribute(AdmittedPages.ROOM)));
        MockHttpServletRequest again = get(SCHOOL);
        again.setSession(first.getSession(false));
        again.setParameter("v-r", "init");
        assertThat(answer(again).getStatus()).isEqualTo(200);
        assertThat(((MockHttpSession) first.getSession(false)).isInvalid()).isFalse();
    }

    private MockHttpServletResponse answerTo(Cookie cookie) throws Exception {
        MockHttpServletRequest request = get(SCHOOL);
        request.setCookies(cookie);
        return answer(request);
    }

    /** Somebody opens them faster than a class would. */
    private void exhaustThePace() throws Exception {
        for (int i = 0; i < Capacity.PACE.atOnce() + 200; i++) {
            answer(post(SCHOOL));
        }
        now = now.plus(Capacity.LOADING);
    }

    @Test
    void aPageThatIsJustBeingLoadedDoesNotMakeRoom() throws Exception {
        open(SCHOOL, 20);
        MockHttpServletRequest student = get(SCHOOL);
        answer(student);
        MockHttpSession session = (MockHttpSession) student.getSession(false);
        for (int i = 0; i < 100; i++) {
            answer(get(SCHOOL));
        }
        assertThat(session.isInvalid()).isFalse();
        now = now.plus(Capacity.LOADING);
        answer(get(SCHOOL));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void whoHasWaitedGoesBeforeThoseWhoOpenPagesWithoutEnd() throws Exception {
        exhaustThePace();
        MockHttpServletResponse refused = answer(get(SCHOOL));
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getContentAsString()).contains("more than 250 pages were opened at once");
        Cookie place = refused.getCookie("waiting");
        assertThat(place.isHttpOnly()).isTrue();
        MockHttpServletResponse tooSoon = answerTo(place);
        assertThat(tooSoon.getStatus()).isEqualTo(503);
        assertThat(tooSoon.getCookie("waiting")).as("the first place is the better one").isNull();
        now = now.plus(Line.WAIT);
        assertThat(answer(get(SCHOOL)).getStatus()).isEqualTo(503);
        assertThat(answerTo(place).getStatus()).isEqualTo(200);
        MockHttpServletResponse secondTime = answerTo(place);
        assertThat(secondTime.getStatus()).as("once for each place").isEqualTo(503);
        assertThat(secondTime.getCookie("waiting")).as("a new one, at the end").isNotNull();
    }

    @Test
    void nobodyMakesAPlaceForThemselvesOrKeepsOne() throws Exception {
        exhaustThePace();
        Cookie place = answer(get(SCHOOL)).getCookie("waiting");
        now = now.plus(Line.WAIT);
        String older = place.getValue().replaceFirst("^(\\d+)\\d", "$10");
        for (String forged : List.of("", ".", "..", "0.a.b", older + "0", "1" + place.getValue(), place.getValue() + "0",
                place.getValue().repeat(10))) {
            assertThat(answerTo(new Cookie("waiting", forged)).getStatus()).as(forged).isEqualTo(503);
        }
        now = now.plus(Line.KEPT);
        assertThat(answerTo(place).getStatus()).isEqualTo(503);
    }

    @Test
    void whoIsKnownIsNotHeldUpByTheirAddressPace() throws Exception {
        exhaustThePace();
        assertThat(answerTo(new Cookie("learner", "ada")).getStatus()).isEqualTo(200);
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
            lookedAt.add(student.getSession(false));
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
        for (int i = 0; i < 200; i++) {
            assertThat(answer(post(ATTACKER)).getStatus()).isEqualTo(i < 75 ? 200 : 503);
        }
        assertThat(counters.held(CAPACITY.sessionsOfStrangers(), ATTACKER)).isEqualTo(75);
        assertThat(answer(post(SCHOOL)).getStatus()).isEqualTo(200);
        now = now.plus(Capacity.LOADING);
        assertThat(answer(post(ATTACKER)).getStatus()).as("takes the place of the first").isEqualTo(200);
        assertThat(counters.held(CAPACITY.sessionsOfStrangers(), ATTACKER)).isEqualTo(75);
    }

    /** By a thread that nobody takes an exception from without a line in the log. */
    @Test
    void aPushChannelWithoutASessionIsRefusedBeforeItIsMade() throws Exception {
        exhaustThePace();
        MockHttpServletRequest push = new MockHttpServletRequest("GET", "/VAADIN/push");
        push.setRemoteAddr(SCHOOL);
        push.setParameter("v-r", "push");
        AtomicBoolean reached = new AtomicBoolean();
        assertThat(answer(push, (request, response) -> reached.set(true)).getStatus()).isEqualTo(503);
        assertThat(reached).isFalse();
    }

    /** As Vaadin does it. */
    @Test
    void aRefusalThatIsWrappedIsARefusal() throws Exception {
        exhaustThePace();
        MockHttpServletResponse refused = answer(get(SCHOOL), (request, response) -> {
            try {
                ((HttpServletRequest) request).getSession();
            } catch (RuntimeException full) {
                throw new ServletException(full);
            }
        });
        assertThat(refused.getStatus()).isEqualTo(503);
        assertThat(refused.getContentAsString()).contains("No room just now");
    }

    @Test
    void twoHundredStudentsOfOneSchoolComeInAtHalfAGigabyte() { // of which a hundred megabytes are for pages
        Capacity capacity = Capacity.of(100L << 20);
        assertThat(capacity.pagesOfStrangers().allows(199 + 20, 199 + 20)).isTrue();
        assertThat(capacity.sessionsOfStrangers().allows(199 + 20, 199 + 20)).isTrue();
        assertThat(Capacity.PACE.atOnce()).isGreaterThanOrEqualTo(220);
    }
}
