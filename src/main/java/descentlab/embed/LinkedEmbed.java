package descentlab.embed;

import descentlab.experiment.EncodedQuery;
import descentlab.experiment.ExperimentException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an address of ours shows, and where the same is for a frame.
 *
 * @param embed what it shows
 * @param address of it for a frame, from the application's root, without a slash at its start
 */
record LinkedEmbed(Embed embed, String address) {

    private static final String EMBED = EmbedController.ROOT.substring(1);

    /**
     * What an address of this server shows.
     *
     * @param address whole
     * @param site this server's, without a slash at its end
     * @return empty if it is not of this server, or nothing there can be embedded
     * @throws ExperimentException if its query is wrong
     */
    static Optional<LinkedEmbed> of(String address, String site, Embeds embeds) {
        String plain = address.strip().replaceFirst("#.*", "");
        if (!plain.startsWith(site + "/")) {
            return Optional.empty();
        }
        int mark = plain.indexOf('?');
        String query = mark < 0 ? "" : plain.substring(mark + 1);
        EncodedQuery.tooLong(query).ifPresent(problem -> {
            throw new ExperimentException(problem);
        });
        String path = (mark < 0 ? plain : plain.substring(0, mark)).substring(site.length());
        return at(path.replaceAll("^/+|/+$", ""), query, embeds);
    }

    private static Optional<LinkedEmbed> at(String path, String query, Embeds embeds) {
        Map<String, List<String>> said = new LinkedHashMap<>(EncodedQuery.read(query));
        if (path.startsWith(EMBED)) {
            said.remove(EmbedController.THEME);
            String own = path.substring(EMBED.length());
            return embeds.at(own, said).map(embed -> new LinkedEmbed(embed, address(path, query)));
        }
        return forPage(path, said, embeds);
    }

    /** What a page of the application shows. */
    static Optional<LinkedEmbed> forPage(String path, Map<String, List<String>> query, Embeds embeds) {
        return embeds.forPage(path, query)
                .flatMap(own -> embeds.at(own, own.equals(path) ? query : Map.of())
                        .map(embed -> new LinkedEmbed(
                                embed, own.equals(path) ? EMBED + embed.page() : EMBED + own)));
    }

    private static String address(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
