package descentlab.account;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.client.Secret;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes links by which colleagues get an account, and takes them back. */
class InvitationsCard extends Section {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM, HH:mm", Locale.ENGLISH);

    private final Teachers teachers;
    private final Teacher teacher;
    private final TextField link = new TextField("Invitation link, shown only now");
    private final Div said = new Div();
    private final UnorderedList open = new UnorderedList();

    InvitationsCard(Teachers teachers, Teacher teacher) {
        this.teachers = teachers;
        this.teacher = teacher;
        addClassName("card");
        link.setReadOnly(true);
        link.setVisible(false);
        link.addClassName("invitation-link");
        said.addClassNames("verdict", "unreadable");
        said.getElement().setAttribute("role", "alert");
        open.addClassName("invitations");
        Button make = new Button("Make an invitation link", click -> make());
        add(
                new H2("Invite a teacher"),
                new Paragraph("The link gives one colleague an account. It works once, for "
                        + Teachers.LINK_LASTS.toDays() + " days."),
                make,
                said,
                link,
                open);
        list();
    }

    private void make() {
        said.setText("");
        if (isLeft()) {
            return;
        }
        try {
            Secret secret = teachers.invite(teacher.id());
            UI.getCurrent().getPage().executeJs("return document.baseURI").then(String.class, base -> {
                link.setValue(base + WelcomeView.link(secret));
                link.setVisible(true);
                link.getElement().executeJs("setTimeout(() => { this.focus(); this.inputElement?.select(); })");
            });
        } catch (AccountRefused refused) {
            said.setText(refused.getMessage());
        }
        list();
    }

    /** Whether its teacher is signed out meanwhile, in another tab; the page then finds out by being loaded anew. */
    private boolean isLeft() {
        boolean left = !SignedIn.teacher().equals(Optional.of(teacher));
        if (left) {
            UI.getCurrent().getPage().reload();
        }
        return left;
    }

    private void list() {
        open.removeAll();
        List<OpenInvitation> invitations = teachers.openInvitations();
        open.setVisible(!invitations.isEmpty());
        invitations.forEach(invitation -> {
            Span words = new Span("Open invitation by " + invitation.by() + ", until " + day(invitation.expires()));
            Button revoke = new Button("Revoke", click -> {
                if (!isLeft()) {
                    teachers.revoke(invitation, teacher);
                    link.setVisible(false);
                    list();
                }
            });
            open.add(new ListItem(words, revoke));
        });
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneId.systemDefault()));
    }
}
