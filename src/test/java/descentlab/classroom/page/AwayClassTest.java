package descentlab.classroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import descentlab.classroom.Nickname;
import descentlab.classroom.ParticipantId;
import descentlab.client.Client;
import descentlab.controls.LearnerAccess;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes to their class while it is on another page. */
class AwayClassTest extends RoomPages {

    /** Where each way through the application ended. */
    private final List<String> ended = new ArrayList<>();

    private ParticipantId ann;

    @BeforeEach
    void joinAndWatch() {
        rooms.join(code, LearnerAccess.current().learner(), Nickname.typed("Ann"), Client.of("10.0.0.1"));
        ann = lectern.room().board().participants().getFirst().id();
        UI.getCurrent().addAfterNavigationListener(entered -> ended.add(entered.getLocation().getPathWithQueryParameters()));
    }

    private static String here() {
        return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
    }

    @Test
    void isBroughtToItAtOnceAndNowhereElse() {
        lectern.visit("lesson/adagrad#the-algorithm");
        open("class/" + code);
        assertThat(here()).isEqualTo("lesson/adagrad");
        assertThat(ended).containsExactly("lesson/adagrad");
        lectern.visit("exercises/gerschgorin?part=2");
        open("class/" + code);
        assertThat(here()).isEqualTo("exercises/gerschgorin?part=2");
        lectern.endVisit();
        open("class/" + code);
        assertThat(here()).isEqualTo("class/" + code);
    }

    @Test
    void isNotIfTheyHaveNoSeatOrItIsOver() {
        lectern.visit("lesson/adagrad");
        lectern.sendOut(ann);
        open("class/" + code);
        assertThat(here()).isEqualTo("class/" + code);
        lectern.close();
        open("class");
        open("class/" + code);
        assertThat(here()).isEqualTo("class/" + code);
    }
}
