package descentlab.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.ColorScheme;
import java.util.Arrays;

/**
 * Goes round the color schemes: as the system, light, dark. The browser remembers the choice, and index.html applies
 * it before the first paint. A plain button: one of Vaadin's would bring its elements to pages that have none.
 */
class ColorSchemeButton extends NativeButton {

    /** index.html reads the same key. */
    private static final String KEY = "descentlab.color-scheme";

    enum Choice {
        SYSTEM("system", "as your system", ColorScheme.Value.LIGHT_DARK),
        LIGHT("light", "light", ColorScheme.Value.LIGHT),
        DARK("dark", "dark", ColorScheme.Value.DARK);

        final String stored;
        final String words;
        final ColorScheme.Value value;

        Choice(String stored, String words, ColorScheme.Value value) {
            this.stored = stored;
            this.words = words;
            this.value = value;
        }

        static Choice of(String stored) {
            return Arrays.stream(values()).filter(choice -> choice.stored.equals(stored)).findFirst().orElse(SYSTEM);
        }

        Choice next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    private Choice choice;

    ColorSchemeButton() {
        addClassName("color-scheme");
        addClickListener(click -> choose(choice.next()));
        show(Choice.SYSTEM);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        getElement().executeJs("try { return localStorage.getItem($0) ?? ''; } catch { return ''; }", KEY)
                .then(String.class, stored -> show(Choice.of(stored)));
    }

    private void choose(Choice next) {
        show(next);
        getUI().map(UI::getPage).ifPresent(page -> page.setColorScheme(next.value));
        // A browser may refuse to store anything; the choice then lasts as long as the page.
        getElement().executeJs("try { localStorage.setItem($0, $1); } catch {}", KEY, next.stored);
    }

    private void show(Choice shown) {
        choice = shown;
        getElement().setAttribute("data-scheme", shown.stored);
        String label = "Color scheme: " + shown.words;
        setAriaLabel(label + ". Change to " + shown.next().words);
        getElement().setAttribute("title", label);
    }
}
