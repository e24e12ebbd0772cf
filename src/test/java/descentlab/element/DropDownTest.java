package descentlab.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ViewPackages(packages = "descentlab.element")
class DropDownTest extends BrowserlessTest {

    private static final DropDown.Options<Integer> SIZES = DropDown.Options.of(List.of(8, 16, 32), size -> "of " + size);

    private final List<Integer> told = new ArrayList<>();
    private final DropDown<Integer> list = new DropDown<>(SIZES);

    @BeforeEach
    void show() {
        UI.getCurrent().add(list);
        list.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                told.add(change.getValue());
            }
        });
    }

    @Test
    void nothingIsChosenAtFirst() {
        assertThat(list.getValue()).isNull();
        assertThat(list.getElement().getProperty("value")).isNullOrEmpty();
    }

    @Test
    void whatIsChosenIsTold() {
        DropDowns.choose(list, "of 16");
        assertThat(list.getValue()).isEqualTo(16);
        assertThat(told).containsExactly(16);
    }

    @Test
    void whatIsSetIsShownAndCanBeTakenBack() {
        list.setValue(32);
        assertThat(list.getElement().getProperty("value")).isEqualTo("2");
        list.clear();
        assertThat(list.getElement().getProperty("value")).isEmpty();
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "-1", "99999999999", "of 16", " 1"})
    void whatIsNoOptionIsNothing(String key) {
        list.setValue(8);
        DropDowns.tell(list, key);
        assertThat(list.getValue()).isNull();
    }

    @Test
    void onlyItsOptionsCanBeSet() {
        assertThatThrownBy(() -> list.setValue(64)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(
                "the value was 64; allowed: one of [8, 16, 32]");
    }

    @Test
    void twoListsShareTheirOptions() {
        assertThat(new DropDown<>(SIZES).getElement().getPropertyRaw("options"))
                .isSameAs(list.getElement().getPropertyRaw("options"));
    }
}
