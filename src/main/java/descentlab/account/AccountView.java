package descentlab.account;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** A teacher's own page: signing out, inviting others, another password, leaving. */
@Route(AccountView.PATH)
@RolesAllowed(Teacher.ROLE)
@PageTitle("Account · Descent Lab")
@Menu(title = "Account", order = 90)
@StyleSheet("descentlab/account.css")
class AccountView extends Div implements BeforeEnterObserver {

    static final String PATH = "account";

    private final Teachers teachers;

    AccountView(Teachers teachers) {
        this.teachers = teachers;
        addClassNames("page", "account");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Teacher teacher = SignedIn.teacher().orElseThrow();
        add(
                head(teacher),
                new InvitationsCard(teachers, teacher),
                new PasswordCard(teachers, teacher),
                others(),
                new LeaveCard(teachers, teacher));
    }

    private static Div head(Teacher teacher) {
        NativeButton out = new NativeButton("Sign out");
        out.addClassName("plain");
        out.getElement().setAttribute("type", "submit");
        HtmlContainer form = new HtmlContainer("form");
        form.getElement().setAttribute("method", "post").setAttribute("action", "logout");
        form.add(new CsrfField(), out);
        Div head = new Div(new H1(teacher.name()), form);
        head.addClassName("account-head");
        return head;
    }

    private Section others() {
        UnorderedList names = new UnorderedList();
        names.addClassName("names");
        teachers.all().forEach(teacher -> names.add(new ListItem(new Span(teacher.name()))));
        Section card = new Section(new H2("Teachers here"), names);
        card.addClassName("card");
        return card;
    }
}
