package descentlab.owndata;

import descentlab.database.DatabaseState;
import descentlab.experiment.OwnTask;
import descentlab.shell.LinkWords;
import descentlab.shell.PathNames;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files that have a page here. Who knows a file's name may know that it is here: the name is the key to all of it. */
@Configuration
class OwnDataPaths {

    /** No more than that it is there: who is sent its link sees what is in it only by following that. */
    private static final LinkWords OF_A_TABLE = new LinkWords(
            "Somebody’s own data", "A table that somebody gave to this server to learn from. Who has this link can look at it and train on it.");

    @Bean
    PathNames ownDataPages(OwnData files) {
        return new PathNames(OwnDataView.PATH, key -> OwnTask.isKey(key) && isThere(files, key));
    }

    /** What cannot be looked up just now is left to the page, which says so. */
    private static boolean isThere(OwnData files, String key) {
        try {
            return files.bytes(key).isPresent();
        } catch (RuntimeException failed) {
            if (!DatabaseState.isTold(failed)) {
                throw failed;
            }
            return true;
        }
    }

    @Bean
    LinkWords.Source ownDataLinks() {
        return (path, query) -> path.startsWith(OwnDataView.PATH + "/") ? Optional.of(OF_A_TABLE) : Optional.empty();
    }
}
