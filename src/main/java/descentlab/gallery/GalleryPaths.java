package descentlab.gallery;

import descentlab.dataset.DataSheet;
import descentlab.experiment.Tasks;
import descentlab.shell.PathNames;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data sets that have a page. */
@Configuration
class GalleryPaths {

    @Bean
    PathNames dataPages() {
        return new PathNames("data", () -> Tasks.SHEETS.stream().map(DataSheet::name).collect(Collectors.toSet()));
    }
}
