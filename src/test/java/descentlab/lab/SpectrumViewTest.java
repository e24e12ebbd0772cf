package descentlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import descentlab.element.SpectrumLab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;

/** The spectrum lab's view without a browser. */
@SpringBootTest
class SpectrumViewTest extends SpringBrowserlessTest {

    @Test
    void opensOnAWorkedExample() {
        navigate(SpectrumView.class);
        assertThat(shown()).isEqualTo("2,1;1,3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2,0;0,4", "1+2i,0;0,-i", "1,2;3", "nonsense", ""})
    void showsWhatTheLinkSaysAndLeavesItToTheLabToRefuse(String text) {
        UI.getCurrent().navigate(SpectrumView.class, QueryParameters.of("matrix", text));
        assertThat(shown()).isEqualTo(text);
    }

    @Test
    void aKeptMatrixGoesIntoTheLinkToItsData() {
        SpectrumView view = navigate(SpectrumView.class);
        change("[1 2; 3 4]");
        Anchor json = (Anchor) view.headerActions().stream().filter(Anchor.class::isInstance).findFirst().orElseThrow();
        assertThat(json.getHref()).isEqualTo("api/spectrum.json?matrix=1,2;3,4");
    }

    @Test
    void whatIsNoMatrixDoesNotGoIntoTheLink() {
        SpectrumView view = navigate(SpectrumView.class);
        change("5,0;0,5");
        change("javascript:alert(1)");
        Anchor json = (Anchor) view.headerActions().stream().filter(Anchor.class::isInstance).findFirst().orElseThrow();
        assertThat(json.getHref()).isEqualTo("api/spectrum.json?matrix=5,0;0,5");
    }

    private void change(String matrix) {
        SpectrumLab lab = find(SpectrumLab.class).single();
        ComponentUtil.fireEvent(lab, new SpectrumLab.MatrixChange(lab, true, matrix));
    }

    private String shown() {
        return find(SpectrumLab.class).single().getElement().getAttribute("matrix");
    }
}
