package descentlab.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in and what is open, over real HTTP; after the bundle is built, as pages are asked for. Each test comes from
 * an address and has a teacher of its own, so that no test's failures make another wait.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "descentlab.proxies=127.0.0.1,::1")
class SignInIT {

    private static final String PASSWORD = "correct horse battery";

    /** What a page writes into its forms, for who has no pages. */
    @RestController
    static class Token {
        @GetMapping("/test/token")
        String token(CsrfToken token) {
            return token.getToken();
        }
    }

    @TestConfiguration
    @Import(Token.class)
    static class WithToken {}

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry registry) {
        Homes.fresh(registry);
    }

    @LocalServerPort
    private int port;

    @Autowired
    private Teachers teachers;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String address =
            "2001:db8:0:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(1, 65536)) + "::1";
    private String name;

    @BeforeEach
    void teacher() {
        name = "Teacher " + System.nanoTime();
        teachers.redeem(teachers.setup().value(), name, PASSWORD);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*")
                .header("X-Forwarded-For", address);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token() throws Exception {
        return get("/test/token").body();
    }

    private HttpResponse<String> signIn(String as, String password) throws Exception {
        return post("/login", Map.of("username", as, "password", password, "_csrf", token()));
    }

    private static String location(HttpResponse<?> answer) {
        assertThat(answer.statusCode()).isEqualTo(302);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
    }

    private HttpCookie session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTeachersPageAsksToSignInAndIsShownThen() throws Exception {
        assertThat(location(get("/account"))).isEqualTo("/login");
        String before = session().getValue();

        HttpResponse<String> signedIn = signIn(name, PASSWORD);

        assertThat(location(signedIn)).startsWith("/account");
        assertThat(session().getValue()).isNotEqualTo(before);
        assertThat(signedIn.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite=Lax"));
        assertThat(get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void oneLandsOnTheAccountPageIfOneWantedToGoNowhere() throws Exception {
        assertThat(location(signIn(name.toUpperCase(), PASSWORD))).isEqualTo("/account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "", "correct horse battery ", "CORRECT HORSE BATTERY"})
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike(String password) throws Exception {
        assertThat(location(signIn(name, password))).isEqualTo("/login?error");
        assertThat(location(signIn("nobody " + name, password))).isEqualTo("/login?error");
        assertThat(location(get("/account"))).isEqualTo("/login");
    }

    @Test
    void withoutTheTokenOfAPageNobodySignsIn() throws Exception {
        assertThat(location(post("/login", Map.of("username", name, "password", PASSWORD))))
                .isEqualTo("/login?stale");
        assertThat(location(post("/login", Map.of("username", name, "password", PASSWORD, "_csrf", "forged"))))
                .isEqualTo("/login?stale");
        assertThat(location(get("/account"))).isEqualTo("/login");
    }

    @Test
    void otherPostsNeedTheTokenToo() throws Exception {
        HttpResponse<String> refused = post("/stream/field", Map.of());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("_csrf token is missing");
        assertCarriesHeaders(refused);
    }

    @Test
    void whatIsOnlyReadBelowApiTakesNoPost() throws Exception {
        HttpResponse<String> refused = post("/api/progress.json", Map.of());
        assertThat(refused.statusCode()).isEqualTo(405);
        assertCarriesHeaders(refused);
    }

    @Test
    void afterFiveFailuresTheNextHasToWait() throws Exception {
        for (int failure = 1; failure <= 5; failure++) {
            assertThat(location(signIn(name, "wrong"))).isEqualTo("/login?error");
        }
        assertThat(location(signIn(name, PASSWORD))).matches("/login\\?wait=[1-9][0-9]?");
    }

    @Test
    void whereTheTeacherHasSignedInBeforeOthersFailuresMakeNoWait() throws Exception {
        signIn(name, PASSWORD);
        assertThat(cookies.getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().equals(DeviceCookie.NAME))
                .singleElement()
                .matches(HttpCookie::isHttpOnly);
        post("/logout", Map.of("_csrf", token()));
        for (int failure = 1; failure <= 8; failure++) {
            assertThat(location(signIn(name, "wrong"))).isEqualTo("/login?error");
        }
        assertThat(location(signIn(name, PASSWORD))).isEqualTo("/account");
    }

    @Test
    void signingOutEndsTheSession() throws Exception {
        signIn(name, PASSWORD);
        assertThat(get("/logout").statusCode()).as("a link signs nobody out").isNotEqualTo(302);
        assertThat(get("/account").statusCode()).isEqualTo(200);

        assertThat(location(post("/logout", Map.of("_csrf", token())))).isEqualTo("/login?out");
        assertThat(location(get("/account"))).isEqualTo("/login");
    }

    /** As after a restart of the server, or on another one: the browser's session is not known there. */
    private void forgetSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    @Test
    void aTeacherStaysSignedInWhereTheSessionIsNotKnown() throws Exception {
        signIn(name, PASSWORD);
        forgetSession();
        assertThat(get("/account").statusCode()).isEqualTo(200);
        forgetSession();
        assertThat(get("/account").statusCode()).as("by the next token").isEqualTo(200);
        post("/logout", Map.of("_csrf", token()));
        assertThat(location(get("/account"))).isEqualTo("/login");
        forgetSession();
        assertThat(location(get("/account"))).isEqualTo("/login");
    }

    @Test
    void aSessionInWhichNobodyIsSignedInIsNoObstacle() throws Exception {
        signIn(name, PASSWORD);
        forgetSession();
        browser.send( // makes one
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/test/token"))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
        String nobodys = session().getValue();
        assertThat(get("/account").statusCode()).isEqualTo(200);
        assertThat(session().getValue()).isNotEqualTo(nobodys);
    }

    @Test
    void theTokenAloneSignsInForPagesOnly() throws Exception {
        signIn(name, PASSWORD);
        forgetSession();
        HttpResponse<String> data = browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/progress.json"))
                        .header("Accept", "application/json")
                        .build(),
                BodyHandlers.ofString());
        assertThat(data.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith(SignInCookie.NAME));
    }

    @Test
    void aMillionCharactersAreNoNameAndNoPassword() throws Exception {
        String million = "x".repeat(1_000_000);
        assertThat(location(signIn(million, PASSWORD))).isEqualTo("/login?error");
        assertThat(location(signIn(name, million))).isEqualTo("/login?error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lab/surface",
                "/lab/training",
                "/lab/training/images",
                "/lab/spectrum",
                "/lesson/adagrad",
                "/exercises",
                "/exercises/distances",
                "/resume",
                "/login",
                "/account/welcome",
                "/api/surface.csv?steps=0&run=momentum(lr=0.1,beta=0.8)",
                "/api/spectrum.json?matrix=2,1;1,3",
                "/api/progress.json",
                "/stream/field?objective=ellipse&rotate=0&window=-1,1,0,2&columns=3&rows=2",
                "/stream/spectrum/presets",
                "/descentlab/theme.css",
                "/descentlab/icon.svg",
                "/livez",
                "/readyz"
            })
    void everythingElseIsOpen(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertCarriesHeaders(answer);
    }

    @Test
    void theSignInPageIsOurs() throws Exception {
        assertThat(get("/login").body()).contains("id=\"outlet\"");
    }

    @Test
    void whatIsNotThereIsStillSaidNotToBe() throws Exception {
        assertThat(get("/stream/runs/nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void theWayToSignInCarriesTheHeadersToo() throws Exception {
        assertCarriesHeaders(get("/account"));
    }

    private static void assertCarriesHeaders(HttpResponse<?> answer) {
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none'")
                .contains("frame-ancestors 'self'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).isEqualTo(List.of("nosniff"));
        assertThat(answer.headers().allValues("Referrer-Policy")).isEqualTo(List.of("strict-origin"));
        assertThat(answer.headers().allValues("Permissions-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).as("plain HTTP").isEmpty();
    }
}
