package descentlab.gallery;

import descentlab.dataset.DataSheet;
import descentlab.experiment.Tasks;
import descentlab.shell.FirstScreen;
import descentlab.shell.LinkWords;
import descentlab.shell.PathNames;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data sets that have a page. */
@Configuration
class GalleryPaths {

    private static final String FOLDER = "data";

    @Bean
    PathNames dataPages() {
        return new PathNames(FOLDER, name -> sheet(name).isPresent());
    }

    @Bean
    LinkWords.Source dataLinks() {
        return (path, query) -> path.startsWith(FOLDER + "/")
                ? sheet(path.substring(FOLDER.length() + 1)).map(sheet -> new LinkWords(sheet.title() + ", the data", sheet.about()))
                : Optional.empty();
    }

    @Bean
    FirstScreen.Source dataScreens() {
        return path -> shown(path).map(sheet -> new FirstScreen(DataView.firstScreen(sheet), List.of("descentlab/gallery.css")));
    }

    private static Optional<DataSheet> shown(String path) {
        return path.equals(FOLDER)
                ? Tasks.SHEETS.stream().findFirst()
                : path.startsWith(FOLDER + "/") ? sheet(path.substring(FOLDER.length() + 1)) : Optional.empty();
    }

    private static Optional<DataSheet> sheet(String name) {
        return Tasks.SHEETS.stream().filter(sheet -> sheet.name().equals(name)).findFirst();
    }
}
