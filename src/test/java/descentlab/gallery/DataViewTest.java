package descentlab.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.dom.Element;
import descentlab.dataset.DataSheet;
import descentlab.experiment.Tasks;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages on the data sets, without a browser. */
@SpringBootTest
class DataViewTest extends SpringBrowserlessTest {

    @TempDir
    private static Path home;

    @DynamicPropertySource
    static void nothingIsThere(DynamicPropertyRegistry registry) {
        registry.add("descentlab.home", home::toString);
        registry.add("descentlab.fashion-mnist.packaged", () -> home.resolve("none").toString());
    }

    private String open(String path) {
        UI.getCurrent().navigate(path);
        return words();
    }

    private String words() {
        return view().getElement().getTextRecursively();
    }

    private static Component view() {
        return (Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    private void await(String text) {
        Awaitility.await().pollInSameThread().untilAsserted(() -> {
            MockVaadin.clientRoundtrip(); // lets in what other threads have for the page
            assertThat(words()).contains(text);
        });
    }

    private static Stream<Element> within(Element element) {
        return Stream.concat(Stream.of(element), element.getChildren().flatMap(DataViewTest::within));
    }

    @Test
    void eachDataSetSaysWhatItIsWhereItIsFromAndUnderWhichLicence() {
        for (DataSheet sheet : Tasks.SHEETS) {
            assertThat(open("data/" + sheet.name()))
                    .contains(sheet.title(), sheet.about(), sheet.origin(), sheet.licence(), sheet.rows());
            sheet.checksums().forEach(checksum -> assertThat(words()).contains(checksum.value()));
            assertThat(words().contains("Synthetic: made by a program")).isEqualTo(sheet.synthetic());
            assertThat($(Anchor.class).withText("Train on it").single().getHref())
                    .isEqualTo("lab/training?data=" + sheet.name());
        }
    }

    @Test
    void withoutANameItOpensOnTheFirst() {
        assertThat(open("data")).contains("CC BY 4.0");
        assertThat($(H1.class).first().getText()).isEqualTo(Tasks.SHEETS.getFirst().title());
    }

    @Test
    void airfoilShowsItsFirstRowsAsMeasured() {
        assertThat(open("data/airfoil")).contains("frequency (Hz)", "scaled sound pressure level (dB)", "126.201", "800");
    }

    @Test
    void textShowsWordsWithTheirTrueWeights() {
        open("data/zipf-text");
        await("word 500");
        assertThat(words()).contains("documents with it", "true weight", "documents with label 1");
        long heads = within(view().getElement())
                .filter(element -> "row".equals(element.getAttribute("scope")))
                .count();
        assertThat(heads).isEqualTo(16);
    }

    @Test
    void picturesShowEachClassWithItsCountsAndSayWhatIsSeen() {
        open("data/silhouettes");
        await("Ankle boot");
        List<String> labels = within(view().getElement())
                .filter(element -> "img".equals(element.getAttribute("role")))
                .map(element -> element.getAttribute("aria-label"))
                .toList();
        assertThat(labels).hasSize(10).contains("The first 10 training pictures of class Trouser");
        assertThat(words()).containsPattern("1,0\\d\\d to train on, \\d{3} to test with");
    }

    @Test
    void whatIsMissingIsOfferedAndMayBePutThereByHand() {
        assertThat(open("data/fashion-mnist"))
                .contains("Fashion-MNIST is not on this machine", "DESCENTLAB_HOME", "SHA-256");
        assertThat($(Button.class).withText("Fetch it (30 MB)").single().isEnabled()).isTrue();
        test($(Button.class).withText("Look again").single()).click();
        assertThat(words()).contains("Not all of its four files are there yet.");
    }

    @Test
    void whatDoesNotExistIsNamedWithWhatDoes() {
        assertThat(open("data/iris")).contains("iris", "fashion-mnist", "airfoil");
    }
}
