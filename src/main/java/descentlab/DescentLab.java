package descentlab;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: Spring Boot serving one Vaadin interface. */
@SpringBootApplication
// Where pages are. Vaadin reads the classes of these rooms several times at each start, and those of all rooms if it is not told.
@EnableVaadin({
    "descentlab.account",
    "descentlab.classroom.page",
    "descentlab.exercise.page",
    "descentlab.gallery",
    "descentlab.home",
    "descentlab.lab",
    "descentlab.lesson",
    "descentlab.licences",
    "descentlab.notebook",
    "descentlab.owndata",
    "descentlab.sheet",
    "descentlab.shell"
})
public class DescentLab {

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(DescentLab.class);
        application.addListeners(new AsBuilt());
        application.run(arguments);
    }
}
