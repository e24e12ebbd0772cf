package descentlab.lesson;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import descentlab.prose.Prose;
import java.util.List;

/** The lessons there are; where there is one only, that. */
@Route("lesson")
@AnonymousAllowed
@PageTitle("Lessons · Descent Lab")
@Menu(title = "Lessons", order = 10)
@StyleSheet("descentlab/lesson.css")
class LessonsView extends Div implements BeforeEnterObserver {

    private final Lessons lessons;

    LessonsView(Lessons lessons) {
        this.lessons = lessons;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<Lesson> all = lessons.all();
        if (all.size() == 1) {
            event.forwardTo(LessonView.class, new RouteParameters("id", all.getFirst().id()));
            return;
        }
        removeAll();
        fill(this, all);
    }

    private static void fill(Div page, List<Lesson> all) {
        page.addClassNames("page", "lessons");
        page.add(new H1("Lessons"));
        all.forEach(each -> page.add(door(each)));
    }

    /** All of it. */
    static Div firstScreen(List<Lesson> all) {
        Div page = new Div();
        fill(page, all);
        return page;
    }

    private static Component door(Lesson lesson) {
        Anchor door = new Anchor("lesson/" + lesson.id(), new H2(lesson.title()), Prose.line(lesson.lead()));
        door.addClassNames("card", "lesson-door");
        return door;
    }
}
