package descentlab.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ViewPackages(packages = "descentlab.element")
class LogSliderTest extends BrowserlessTest {

    private final List<Double> told = new ArrayList<>();
    private LogSlider slider;
    private TextField text;

    @BeforeEach
    void show() {
        slider = new LogSlider("Learning rate");
        slider.setValue(0.4);
        slider.addValueChangeListener(change -> told.add(change.getValue()));
        UI.getCurrent().add(slider);
        text = $(TextField.class, slider).single();
    }

    @Test
    void showsItsValueAsPeopleWriteIt() {
        assertThat(text.getValue()).isEqualTo("0.4");
    }

    @ParameterizedTest
    @CsvSource({"0.37, 0.37", "1e-3, 0.001", " 2 , 2", "250, 250", "1e-9, 1e-9", ".5, 0.5", "+3., 3"})
    void keepsTypedValuesExactlyInTheRangeOrNot(String typed, String shown) {
        test(text).setValue(typed);

        assertThat(slider.getValue()).isEqualTo(Double.parseDouble(typed));
        assertThat(text.getValue()).isEqualTo(shown);
        assertThat(told).containsExactly(Double.parseDouble(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0", "NaN", "Infinity", "abc", "1,000", "1e999", "0x1p3", "1d", "1e-999"})
    void refusesWhatIsNoPositiveNumberAndSaysWhatIs(String typed) {
        test(text).setValue(typed);

        assertThat(slider.getValue()).isEqualTo(0.4);
        assertThat(told).isEmpty();
        assertThat(text.isInvalid()).isTrue();
        assertThat(refusal()).contains("above zero", "1e-3", "stays 0.4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0,5 | 0.5", "1/4 | 0.25", "½ | 0.5"})
    void understandsWhatPeopleTypeAndShowsItAsLinksHaveIt(String typed, String shown) {
        test(text).setValue(typed);

        assertThat(text.getValue()).isEqualTo(shown);
        assertThat(told).containsExactly(Double.parseDouble(shown));
    }

    @Test
    void forgetsTheRefusalWithTheNextGoodValue() {
        test(text).setValue("abc");
        test(text).setValue("0.5");

        assertThat(text.isInvalid()).isFalse();
        assertThat(refusal()).isEmpty();
    }

    @Test
    void refusesBadValuesAndRangesFromCode() {
        assertThatThrownBy(() -> slider.setValue(-1.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> slider.setValue(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogSlider("x", 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogSlider("x", 2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private String refusal() {
        return $(Div.class, slider).withAttribute("role", "alert").single().getText();
    }
}
