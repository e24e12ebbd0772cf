package descentlab.sheet;

import descentlab.dataset.Pictures;
import descentlab.exercise.Exercise;
import descentlab.exercise.Exercises;
import descentlab.prose.Markdown;
import descentlab.shell.LinkWords;
import descentlab.shell.PathNames;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The exercises that have sheets to print, and solutions of them. */
@Configuration
class SheetPaths {

    private final Pictures pictures;

    SheetPaths(Pictures pictures) {
        this.pictures = pictures;
    }

    @Bean
    PathNames sheetPages() {
        return new PathNames(SheetView.FOLDER, name -> exercise(name).isPresent());
    }

    @Bean
    LinkWords.Source sheetLinks() {
        return (path, query) -> path.startsWith(SheetView.FOLDER + "/")
                ? exercise(path.substring(SheetView.FOLDER.length() + 1))
                        .map(exercise -> new LinkWords(
                                exercise.title() + ", " + SheetView.KIND,
                                "On paper, with blanks: " + Markdown.words(exercise.about())))
                : Optional.empty();
    }

    /** @param name what follows the folder, with or without the solutions */
    private Optional<Exercise> exercise(String name) {
        String id = name.endsWith(SolutionsView.SOLUTIONS)
                ? name.substring(0, name.length() - SolutionsView.SOLUTIONS.length())
                : name;
        return Exercises.on(pictures.best()).named(id);
    }
}
