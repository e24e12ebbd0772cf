package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import descentlab.trouble.DataAddresses;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

/** Which addresses are pages. */
class UnknownPathsTest {

    private final MockServletContext servlet = new MockServletContext();
    private final UnknownPaths filter =
            new UnknownPaths(
                    List.of(new PathNames("exercises", Set.of("one", "two")::contains)),
                    new DataAddresses(List.of("/api/one.csv", "/api/two.csv")));
    private final MockFilterChain pages = new MockFilterChain();

    @BeforeEach
    void start() {
        ApplicationRouteRegistry routes = ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlet));
        routes.setRoute("", Div.class, List.of());
        routes.setRoute("lab/surface", Div.class, List.of());
        routes.setRoute("exercises/:exercise", Div.class, List.of());
        filter.setServletContext(servlet);
    }

    private MockHttpServletResponse ask(String path, String accept) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(servlet, "GET", path.split("\\?")[0]);
        if (path.contains("?v-r=")) {
            request.addParameter("v-r", "init");
        }
        request.addHeader("Accept", accept);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, pages);
        return response;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lab/surface", "/lab/surface/", "/exercises/two", "/VAADIN/build/x.js", "/aura/aura.css", "/?v-r=init", "/nowhere?v-r=init"})
    void whatIsThereIsLeftToThePages(String path) throws Exception {
        assertThat(ask(path, "text/html").getStatus()).isEqualTo(200);
        assertThat(pages.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/lab", "/lab/surface/x", "/exercises/three", "/exercises/one/x"})
    void aPersonIsShownThePageThatSaysSo(String path) throws Exception {
        assertThat(ask(path, "text/html,*/*;q=0.8").getStatus()).isEqualTo(404);
        assertThat(pages.getRequest()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wp-login.php", "/favicon.ico", "/.env", "/lab/surface.json", "/api/nothing", "/stream/nothing", "/aura/../aura/aura.css"})
    void aFileThatIsNotThereCostsNoSession(String path) throws Exception {
        MockHttpServletResponse response = ask(path, "text/html,*/*;q=0.8");
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("Nothing is at this address.");
        assertThat(pages.getRequest()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT"})
    void whoAsksForDataThatThereIsNotIsToldWhichThereIs(String method) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(servlet, method, "/api/three.csv");
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, pages);
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString())
                .contains("\"came\":\"/api/three.csv\"", "\"allowed\":\"/api/one.csv, /api/two.csv\"");
    }

    @Test
    void aProgramIsAnsweredAsAProgram() throws Exception {
        MockHttpServletResponse response = ask("/nowhere", "*/*");
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(pages.getRequest()).isNull();
    }
}
