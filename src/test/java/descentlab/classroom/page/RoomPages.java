package descentlab.classroom.page;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import descentlab.account.Teacher;
import descentlab.account.TeacherId;
import descentlab.account.TestSignIn;
import descentlab.classroom.Lectern;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Pages of a room that a teacher has opened, without a browser. */
@SpringBootTest
abstract class RoomPages extends SpringBrowserlessTest {

    @Autowired
    Rooms rooms;

    final Teacher teacher = new Teacher(new TeacherId(UUID.randomUUID()), "Grace");
    Lectern lectern;
    RoomCode code;

    @BeforeEach
    void openRoom() {
        lectern = rooms.open(teacher.id());
        code = lectern.room().code();
    }

    @AfterEach
    void signOut() {
        TestSignIn.out();
    }

    static void open(String path) {
        UI.getCurrent().navigate(path);
    }

    /** A page of the room, as its teacher. */
    void lead(String page) {
        TestSignIn.as(teacher);
        open("class/" + code + page);
    }

    String html() {
        return ((Component) UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst())
                .getElement()
                .getOuterHTML();
    }

    Button button(String text) {
        return $(Button.class).withCondition(button -> button.getText().equals(text)).single();
    }

    void join(String name) {
        open("class/" + code);
        test($(TextField.class).withId("nickname").single()).setValue(name);
        test($(Button.class).withId("join").single()).click();
    }
}
