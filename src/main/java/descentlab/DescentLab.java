package descentlab;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: Spring Boot serving one Vaadin interface. */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
public class DescentLab implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "icon.svg", "any");
    }

    public static void main(String[] arguments) {
        SpringApplication.run(DescentLab.class, arguments);
    }
}
