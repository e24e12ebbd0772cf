package descentlab.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.database.DatabaseState;
import descentlab.trouble.Failures;
import jakarta.servlet.http.HttpServletResponse;

/** Shown where a page could not be made. Says nothing of the cause but the number under which the log has it. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
@PageTitle("This page failed · Descent Lab")
public class PageFailed extends Div implements HasErrorParameter<Exception> {

    public PageFailed() {
        addClassName("page");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        Anchor home = new Anchor(".", "Go to the first page");
        home.addClassName("button-link");
        removeAll();
        if (DatabaseState.isTold(error.getException())) {
            add(new H1("This page cannot be shown just now"),
                    new Paragraph("It shows what is kept in the server's database, which does not answer. Nothing is lost:"
                            + " reload in a moment. Labs, lesson and exercises go on without it."),
                    home);
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        if (PlainWords.hasEnded()) {
            return HttpServletResponse.SC_GONE; // nobody sees it: the browser is told so, and loads the page anew
        }
        String number = Failures.log("making the page " + event.getLocation().getPath(), error.getException());
        add(new H1("This page could not be shown"),
                new Paragraph("Something went wrong on the server while it made the page; it is not your doing."),
                new Paragraph("Reload to try again. If it happens again, tell whoever runs this Descent Lab the "
                        + "number below: the server's log has the details under it."),
                new Paragraph(new Code(number)),
                home);
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
