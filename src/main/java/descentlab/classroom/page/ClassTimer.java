package descentlab.classroom.page;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import descentlab.classroom.Countdown;
import descentlab.element.CountDown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the teacher has counted down, on everybody's page. */
final class ClassTimer extends Composite<Div> {

    private Optional<Countdown> shown = Optional.empty();

    ClassTimer() {
        getContent().addClassName("class-timer");
        setVisible(false);
    }

    void show(Optional<Countdown> now) {
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        getContent().removeAll();
        now.ifPresent(countdown -> {
            CountDown count = new CountDown();
            count.count(Duration.between(Instant.now(), countdown.end()), countdown.label());
            getContent().add(count);
        });
        setVisible(now.isPresent());
    }
}
