package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import descentlab.classroom.RoomCode;

/** In place of what a room was led by, once it is closed: that it is, and where its report is. */
final class ClosedRoom extends Composite<Div> {

    ClosedRoom(RoomCode code) {
        Anchor report = new Anchor("class/" + code + "/report", "Open the report");
        report.addClassName("button-link");
        Div ways = new Div(report, new Anchor("class/mine", "Your rooms"));
        ways.addClassName("row");
        getContent().add(
                new H1("Room " + code.shown() + " is closed"),
                new Paragraph("Everybody is out, and nobody joins any more. Students find their own answers at the room’s address."),
                ways);
        getContent().addClassNames("card", "closed-room");
        getContent().getElement().setAttribute("role", "status");
    }
}
