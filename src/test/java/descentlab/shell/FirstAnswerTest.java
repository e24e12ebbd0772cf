package descentlab.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.internal.BundleUtils;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ViewPackages(packages = "descentlab.shell")
class FirstAnswerTest extends BrowserlessTest {

    private static final FirstScreen.Source ONE = path -> path.equals("lab/first")
            ? Optional.of(new FirstScreen(new Paragraph(new H1("A race & more")), List.of("descentlab/home.css")))
            : Optional.empty();

    private final Properties told = new Properties();

    @BeforeEach
    void route() {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        routes.setRoute("lab/second", MainLayoutTest.Second.class, MainLayout.class);
        routes.setRoute("lab/first", MainLayoutTest.First.class, MainLayout.class);
    }

    private Document answered(String path) {
        Document page = Jsoup.parse("""
                <head><script type="module" src="./VAADIN/build/indexhtml-a.js"></script>
                <link rel="modulepreload" href="./VAADIN/build/chunk-b.js"></head><body><div id="outlet"></div></body>""");
        VaadinRequest request = (VaadinRequest) Proxy.newProxyInstance(
                FirstAnswerTest.class.getClassLoader(),
                new Class<?>[] {VaadinRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getPathInfo") ? path : null);
        new FirstAnswer(new FirstWords(List.of(path2 -> Optional.empty(), ONE)), new PageScripts(told)).write(new IndexHtmlResponse(request, (VaadinResponse) null, page));
        return page;
    }

    @Test
    void hasTheFrameAndTheFirstScreenBeforeTheApplication() {
        Document page = answered("/lab/first");
        assertThat(page.select("body > .first-screen main h1").text()).isEqualTo("A race & more");
        assertThat(page.select(".doors a").eachText()).containsExactly("First", "Second");
        assertThat(page.select(".doors a[aria-current=page]").eachText()).containsExactly("First");
        assertThat(page.select("[router-link]")).isEmpty();
        assertThat(page.select("head style").html()).contains(".home");
        assertThat(page.select("#outlet")).hasSize(1);
    }

    @Test
    void fetchesTheApplicationOnlyWhenTheWordsAreDrawn() {
        Document page = answered("/lab/first");
        assertThat(page.select("script[src], link[rel=modulepreload]")).isEmpty();
        assertThat(page.select("body > script").html()).contains("requestAnimationFrame", "Intl.DateTimeFormat()", "import('./VAADIN/build/indexhtml-a.js')");
    }

    @Test
    void fetchesWhatTheApplicationAndThePageWillAskForBesideEachOther() {
        told.setProperty("start", "./VAADIN/build/lit-a.js");
        told.setProperty("client", "./VAADIN/build/first-a.js ./VAADIN/build/FlowClient-a.js");
        told.setProperty(BundleUtils.getChunkId(MainLayoutTest.First.class), "./VAADIN/build/chunk-a.js");
        told.setProperty(BundleUtils.getChunkId(MainLayoutTest.Second.class), "./VAADIN/build/chunk-b.js");
        assertThat(answered("/lab/first").select("body > script").html()).contains(
                "fetchThese(['./VAADIN/build/lit-a.js']);\n",
                "fetchThese(['./VAADIN/build/first-a.js','./VAADIN/build/FlowClient-a.js','./VAADIN/build/chunk-a.js']);\n",
                "['VAADIN/static/push/vaadinPush-min.js?v=");
    }

    @Test
    void anotherPageIsLeftAlone() {
        for (String path : new String[] {"/lab/second", "/lab/first/x", "/", null}) {
            Document page = answered(path);
            assertThat(page.select(".first-screen, style")).isEmpty();
            assertThat(page.select("script[src]")).hasSize(1);
        }
    }
}
