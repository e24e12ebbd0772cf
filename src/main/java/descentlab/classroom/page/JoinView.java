package descentlab.classroom.page;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The door to a class: the code for students, and for teachers the way to their rooms. */
@Route("class")
@PageTitle("Class · Descent Lab")
@Menu(title = "Class", order = 60)
@AnonymousAllowed
@StyleSheet("descentlab/lecture.css")
class JoinView extends Div {

    JoinView() {
        addClassNames("page", "class-page");
        Anchor mine = new Anchor("class/mine", "Lead a class");
        mine.addClassName("button-link");
        Paragraph lead = new Paragraph("For teachers: open a room, show its code, and lead the labs while every screen"
                + " follows. Ask what will happen before it does, and let everyone try.");
        Div teacher = new Div(lead, mine);
        teacher.addClassNames("card", "class-form");
        add(new CodeForm(""), teacher);
    }
}
