package descentlab.embed;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A page for a frame, as HTML: no header, no session, as wide as its frame.
 *
 * @param embed what it shows
 * @param theme light or dark; empty for that of whoever looks at it
 * @param root where the application is, as in {@code /}
 * @param origins whom it tells how high it is
 */
record EmbedPage(Embed embed, Optional<String> theme, String root, List<String> origins) {

    private static final List<String> STYLES = List.of("descentlab/theme.css", "descentlab/embed.css");

    /** @throws IllegalStateException if there is no script for it, as the frontend was not built */
    String html() {
        Document page = Document.createShell("");
        page.prependChild(new org.jsoup.nodes.DocumentType("html", "", ""));
        page.outputSettings().prettyPrint(false);
        Element html = page.selectFirst("html");
        html.attr("lang", "en");
        theme.ifPresent(chosen -> html.attr("theme", chosen).attr("style", "color-scheme:" + chosen));
        Element head = page.head();
        head.appendElement("meta").attr("charset", "UTF-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("name", "robots").attr("content", "noindex");
        head.appendElement("base").attr("href", root);
        head.appendElement("link").attr("rel", "icon").attr("type", "image/svg+xml").attr("href", "descentlab/icon.svg");
        page.title(embed.title() + " · Descent Lab");
        STYLES.forEach(each -> style(head, each));
        embed.styles().forEach(each -> style(head, each));
        BuiltScript.elements()
                .orElseThrow(() -> new IllegalStateException("the frontend was not built for production"))
                .forEach(each -> head.appendChild(each.clone()));
        page.body().attr("data-origins", String.join(" ", origins));
        Element main = page.body().appendElement("main");
        main.append(embed.content().getElement().getOuterHTML());
        Element foot = page.body().appendElement("footer");
        foot.appendElement("span").text(embed.title());
        foot.appendElement("a")
                .attr("class", "embed-open")
                .attr("href", embed.page())
                .attr("target", "_blank")
                .attr("rel", "noopener")
                .text("Open in Descent Lab");
        page.body().appendElement("noscript").text("Descent Lab draws in the browser: please allow JavaScript.");
        return page.outerHtml();
    }

    private static void style(Element head, String sheet) {
        head.appendElement("link").attr("rel", "stylesheet").attr("href", sheet);
    }
}
