package descentlab.embed;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that can be embedded. */
@Component
class Embeds {

    private final List<EmbedSource> sources;

    Embeds(List<EmbedSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** What is at an address; see {@link EmbedSource#at}. */
    Optional<Embed> at(String path, Map<String, List<String>> query) {
        return sources.stream().flatMap(source -> source.at(path, query).stream()).findFirst();
    }

    /** The address of what a page shows; see {@link EmbedSource#forPage}. */
    Optional<String> forPage(String path, Map<String, List<String>> query) {
        return sources.stream().flatMap(source -> source.forPage(path, query).stream()).findFirst();
    }

    String examples() {
        return sources.stream().map(EmbedSource::examples).collect(Collectors.joining("; "));
    }
}
