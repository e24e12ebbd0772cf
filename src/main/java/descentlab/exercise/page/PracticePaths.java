package descentlab.exercise.page;

import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.shell.PathNames;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exercises that have a page. */
@Configuration
class PracticePaths {

    @Bean
    PathNames exercisePages(Pictures pictures) {
        return new PathNames("exercises", () -> Exercises.on(pictures.best()).all().stream()
                .map(Exercise::id)
                .collect(Collectors.toSet()));
    }
}
