package descentlab.classroom.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.Rooms;
import descentlab.controls.Confirmation;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** A teacher's rooms: those to go on with, those that are over, and a new one. */
@Route("class/mine")
@PageTitle("Your rooms · Descent Lab")
@RolesAllowed(Teacher.ROLE)
@StyleSheet("descentlab/lecture.css")
class MyRoomsView extends Div implements AfterNavigationObserver {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    private final Rooms rooms;
    private final Div notice = new Div();
    private final Div lists = new Div();

    MyRoomsView(Rooms rooms) {
        this.rooms = rooms;
        addClassNames("page", "class-page");
        notice.addClassNames("say", "warn");
        notice.setVisible(false);
        Button open = new Button("Open a new room", click -> open());
        open.setId("open-room");
        open.addThemeVariants(ButtonVariant.AURA_PRIMARY);
        Paragraph what = new Paragraph("A room has a code that your students type, or scan as a QR code. They need no"
                + " account. It closes by itself " + Rooms.IDLE.toHours() + " hours after it was last used, and what is"
                + " kept of it is deleted 30 days later; its report can say otherwise.");
        Div row = new Div(open, new Anchor("class/plans", "Your plans"));
        row.addClassName("row");
        add(new H1("Your rooms"), what, row, notice, lists);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private static TeacherId teacher() {
        return SignedIn.teacher().map(Teacher::id).orElseThrow(() -> new ClassroomException("Sign in first."));
    }

    private void open() {
        try {
            UI.getCurrent().navigate("class/" + rooms.open(teacher()).room().code() + "/lead");
        } catch (ClassroomException refused) {
            notice.setText(refused.getMessage());
            notice.setVisible(true);
        }
    }

    private void show() {
        lists.removeAll();
        List<Rooms.Summary> all = rooms.of(teacher());
        List<Rooms.Summary> open = all.stream().filter(room -> room.closed().isEmpty()).toList();
        List<Rooms.Summary> closed = all.stream().filter(room -> room.closed().isPresent()).toList();
        if (!open.isEmpty()) {
            lists.add(new H2("Open"), list(open));
        }
        if (!closed.isEmpty()) {
            lists.add(new H2("Closed"), list(closed));
        }
    }

    private UnorderedList list(List<Rooms.Summary> some) {
        UnorderedList list = new UnorderedList();
        list.addClassName("rooms");
        some.forEach(room -> list.add(item(room)));
        return list;
    }

    private ListItem item(Rooms.Summary room) {
        Span code = new Span(room.code().shown());
        code.addClassName("room-code");
        Span when = new Span("opened " + WHEN.format(room.opened())
                + room.closed().map(closed -> ", closed " + WHEN.format(closed)).orElse(""));
        when.addClassName("soft");
        Anchor report = new Anchor("class/" + room.code() + "/report", "Report");
        report.getElement().setAttribute("aria-label", "Report of room " + room.code().shown());
        Button delete = new Button("Delete", click -> confirm(room));
        delete.setAriaLabel("Delete room " + room.code().shown());
        delete.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        ListItem item = new ListItem(code, when);
        if (room.closed().isEmpty()) {
            item.add(new Anchor("class/" + room.code() + "/lead", "Lead it"));
        }
        item.add(report, delete);
        return item;
    }

    private void confirm(Rooms.Summary room) {
        Confirmation.ask(
                "Delete room " + room.code().shown() + "?",
                "It is closed, and its nicknames, votes and what was tried in it are deleted for good.",
                "Delete",
                () -> {
                    try {
                        rooms.lectern(teacher(), room.code()).delete();
                    } catch (ClassroomException refused) {
                        RefusedNotice.show(refused);
                    }
                    show();
                });
    }
}
