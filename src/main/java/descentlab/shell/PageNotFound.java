package descentlab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Shown where no page is. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
@PageTitle("No such page · Descent Lab")
public class PageNotFound extends Div implements HasErrorParameter<NotFoundException> {

    public PageNotFound() {
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> error) {
        // The router's own sentence is for developers; a view that reroutes here has said why.
        boolean said = error.hasCustomMessage() && !error.getCustomMessage().startsWith("Couldn't find route");
        String why = said
                ? error.getCustomMessage()
                : "Nothing is at “" + event.getLocation().getPath()
                        + "”. The address may be mistyped, or the page may have moved.";
        Anchor home = new Anchor(".", "Go to the first page");
        home.addClassName("button-link");
        removeAll();
        add(new H1("There is no page here"), new Paragraph(why), home);
        return HttpServletResponse.SC_NOT_FOUND;
    }
}
