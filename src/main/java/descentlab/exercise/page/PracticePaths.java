package descentlab.exercise.page;

import descentlab.dataset.Pictures;
import descentlab.exercise.Exercises;
import descentlab.prose.Markdown;
import descentlab.shell.LinkWords;
import descentlab.shell.PathNames;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exercises that have a page. */
@Configuration
class PracticePaths {

    private static final String FOLDER = "exercises";

    @Bean
    PathNames exercisePages(Pictures pictures) {
        return new PathNames(FOLDER, name -> Exercises.on(pictures.best()).named(name).isPresent());
    }

    @Bean
    LinkWords.Source exerciseLinks(Pictures pictures) {
        return (path, query) -> path.startsWith(FOLDER + "/")
                ? Exercises.on(pictures.best())
                        .named(path.substring(FOLDER.length() + 1))
                        .map(exercise -> new LinkWords(exercise.title() + ", an exercise", Markdown.words(exercise.about())))
                : Optional.empty();
    }
}
