package descentlab.embed;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import descentlab.experiment.ExperimentException;
import descentlab.shell.LinkWords;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * Tells in a page's head what somebody who is sent its link sees before following it: a title, a sentence, a picture; and where a
 * site asks how to show it in a frame.
 */
@Component
class LinkTags implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;

    static final String OEMBED = "/oembed";
    static final String NAME = "Descent Lab";
    static final int PICTURE_WIDTH = 1200;
    static final int PICTURE_HEIGHT = 630;

    private static final String PREVIEW = "/preview/";
    private static final String USUAL = "lab/surface";

    /** Characters of a title and of a sentence, at most: what shows links cuts them off at about so many. */
    private static final int LONGEST_TITLE = 90;

    private static final int LONGEST_SENTENCE = 240;

    private final transient Embeds embeds;
    private final transient List<LinkWords.Source> words;
    private final transient SiteAddress site;

    LinkTags(Embeds embeds, List<LinkWords.Source> words, SiteAddress site) {
        this.embeds = embeds;
        this.words = List.copyOf(words);
        this.site = site;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::write);
    }

    /** Where the picture of a lab's link is, from the application's root. */
    static String picture(String link) {
        int mark = link.indexOf('?');
        return PREVIEW + (mark < 0 ? link + ".png" : link.substring(0, mark) + ".png" + link.substring(mark));
    }

    private void write(IndexHtmlResponse page) {
        VaadinRequest request = page.getVaadinRequest();
        if (request instanceof VaadinServletRequest servlet) {
            String path = servlet.getPathInfo() == null ? "" : servlet.getPathInfo().replaceAll("^/|/$", "");
            write(page.getDocument().head(), path, servlet.getQueryString(), site.of(servlet.getHttpServletRequest()), query(servlet));
        }
    }

    private static Map<String, List<String>> query(VaadinServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> Arrays.asList(each.getValue())));
    }

    void write(Element head, String path, String query, String root, Map<String, List<String>> said) {
        Optional<LinkedEmbed> linked = linked(path, said);
        Optional<Embed> embed = linked.map(LinkedEmbed::embed);
        String address = root + "/" + path + (query == null ? "" : "?" + query);
        meta(head, "og:site_name", NAME);
        meta(head, "og:type", "website");
        LinkWords link = words.stream()
                .flatMap(source -> source.ofLink(path, said).stream())
                .findFirst()
                .orElseGet(() -> FixedWords.of(path));
        String sentence = shortened(link.sentence(), LONGEST_SENTENCE);
        head.appendElement("meta").attr("name", "description").attr("content", sentence);
        meta(head, "og:title", shortened(link.title(), LONGEST_TITLE));
        meta(head, "og:description", sentence);
        meta(head, "og:url", address);
        meta(head, "og:image", root + picture(embed.flatMap(Embed::picture).orElse(USUAL)));
        meta(head, "og:image:width", String.valueOf(PICTURE_WIDTH));
        meta(head, "og:image:height", String.valueOf(PICTURE_HEIGHT));
        head.appendElement("meta").attr("name", "twitter:card").attr("content", "summary_large_image");
        embed.ifPresent(each -> head.appendElement("link")
                .attr("rel", "alternate")
                .attr("type", "application/json+oembed")
                .attr("href", root + OEMBED + "?format=json&url=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .attr("title", each.title()));
    }

    /** A link that cannot be read is shown with a sentence by its page, and needs no picture. */
    private Optional<LinkedEmbed> linked(String path, Map<String, List<String>> said) {
        try {
            return LinkedEmbed.forPage(path, said, embeds);
        } catch (ExperimentException wrong) {
            return Optional.empty();
        }
    }

    /** On one line, and cut off between two words where it is too long. */
    static String shortened(String text, int most) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.codePointCount(0, line.length()) <= most) {
            return line;
        }
        String start = line.substring(0, line.offsetByCodePoints(0, most));
        int space = start.lastIndexOf(' ');
        return (space > most / 2 ? start.substring(0, space) : start).replaceFirst("[\\s,.:;]+$", "") + "…";
    }

    private static void meta(Element head, String property, String content) {
        head.appendElement("meta").attr("property", property).attr("content", content);
    }
}
