package descentlab.home;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.server.LoadDependenciesOnStartup;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;

/** What the HTML of every page has. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("descentlab/theme.css")
@StyleSheet("descentlab/layout.css")
@StyleSheet("descentlab/shell.css")
@Push
@LoadDependenciesOnStartup(HomeView.class) // what races are made of, which most pages need
public class AppShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("description", "See how optimizers behave: races on surfaces, training on real data.");
        settings.addMetaTag("color-scheme", "light dark");
        // The first words are to be set in it: without, the font is known only after the style sheet.
        settings.addLink("aura/fonts/InstrumentSans/InstrumentSans.woff2", Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", ""));
        settings.addLink("descentlab/icon.svg", Map.of("rel", "icon", "type", "image/svg+xml"));
    }
}
