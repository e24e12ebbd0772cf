package descentlab.embed;

import descentlab.experiment.ExperimentException;
import descentlab.experiment.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** Says of a link of ours, to a site on which somebody has pasted it, how it is shown in a frame there (oEmbed 1.0). */
@RestController
class OEmbedController {

    private static final int WIDTH = 800;
    private static final int LEAST = 100;
    private static final int MOST = 10_000;
    private static final int AN_HOUR = 3600;
    private static final String JSON = "json";

    private final Embeds embeds;
    private final AllowedOrigins allowed;
    private final SiteAddress site;

    OEmbedController(Embeds embeds, AllowedOrigins allowed, SiteAddress site) {
        this.embeds = embeds;
        this.allowed = allowed;
        this.site = site;
    }

    @GetMapping(path = LinkTags.OEMBED, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OEmbedAnswer> answer(
            @RequestParam String url,
            @RequestParam(defaultValue = "") String maxwidth,
            @RequestParam(defaultValue = "") String maxheight,
            @RequestParam(defaultValue = JSON) String format,
            HttpServletRequest request) {
        if (!format.equals(JSON)) {
            throw new ResponseStatusException(
                    HttpStatus.NOT_IMPLEMENTED, "format was '" + shown(format) + "'. There is format=json alone.");
        }
        int width = Math.min(WIDTH, pixels("maxwidth", maxwidth));
        int mostHeight = pixels("maxheight", maxheight);
        String root = site.of(request);
        LinkedEmbed linked = linked(url, root).orElseThrow(() -> new ResponseStatusException(
                HttpStatus.NOT_FOUND,
                "url was '" + shown(url) + "', at which there is nothing of this server that can be embedded. There are pages of "
                        + "labs, lessons and exercises of " + root + ", and " + embeds.examples() + "."));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache()) // it says where this server is, as it was asked
                .body(answer(linked, root, width, Math.min(linked.embed().height(), mostHeight)));
    }

    private Optional<LinkedEmbed> linked(String url, String root) {
        try {
            return LinkedEmbed.of(url, root, embeds);
        } catch (NothingThere unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage());
        }
    }

    private OEmbedAnswer answer(LinkedEmbed linked, String root, int width, int height) {
        Embed embed = linked.embed();
        Optional<String> picture = embed.picture().map(link -> root + LinkTags.picture(link));
        boolean framed = !allowed.all().isEmpty();
        String html = "<iframe src=\"" + HtmlUtils.htmlEscape(root + "/" + linked.address()) + "\" title=\""
                + HtmlUtils.htmlEscape(embed.title()) + "\" width=\"" + width + "\" height=\"" + height
                + "\" style=\"border:0;max-width:100%\" loading=\"lazy\" referrerpolicy=\"strict-origin\"></iframe>";
        return new OEmbedAnswer(
                framed ? "rich" : "link",
                "1.0",
                embed.title(),
                LinkTags.NAME,
                root + "/",
                AN_HOUR,
                picture.orElse(null),
                picture.map(any -> LinkTags.PICTURE_WIDTH).orElse(null),
                picture.map(any -> LinkTags.PICTURE_HEIGHT).orElse(null),
                framed ? html : null,
                framed ? width : null,
                framed ? height : null);
    }

    private static int pixels(String name, String came) {
        if (came.isEmpty()) {
            return MOST;
        }
        if (came.matches("\\d{1,9}") && Integer.parseInt(came) >= LEAST) {
            return Math.min(MOST, Integer.parseInt(came));
        }
        throw new ExperimentException(new Problem(name, came, "a whole number of pixels, at least " + LEAST, false));
    }

    private static String shown(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }
}
