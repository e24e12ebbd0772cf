package descentlab.home;

import descentlab.shell.FirstScreen;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The first page's first words. */
@Component
class HomeScreen implements FirstScreen.Source {

    @Override
    public Optional<FirstScreen> at(String path) {
        return path.isEmpty()
                ? Optional.of(new FirstScreen(HomeView.firstScreen(), List.of("descentlab/home.css")))
                : Optional.empty();
    }
}
