package descentlab.embed;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Optional;

/**
 * What can stand in a frame on another site's page: elements that read all they need by themselves, so that the page needs no
 * session and no cookie.
 *
 * @param title what it is, in a few words
 * @param content made for one answer; it is never attached to a page
 * @param page where the same is in the application, without a slash at its start
 * @param picture of what experiment its preview is, as a lab's link; empty if it has none of its own
 * @param styles style sheets that it needs beside those of all, under {@code META-INF/resources}
 * @param height about how high it is where it is 800 pixels wide
 */
public record Embed(
        String title, Component content, String page, Optional<String> picture, List<String> styles, int height) {

    public Embed {
        styles = List.copyOf(styles);
    }
}
