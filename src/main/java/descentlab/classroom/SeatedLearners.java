package descentlab.classroom;

import descentlab.client.Acquaintance;
import descentlab.progress.LearnerCookie;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Knows who has a seat in a room that is in use. */
@Component
class SeatedLearners implements Acquaintance {

    private final Rooms rooms;

    SeatedLearners(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public String recognize(HttpServletRequest request) {
        return LearnerCookie.read(request)
                .filter(token -> rooms.seatsSomewhere(token.learner()))
                .map(token -> token.learner().value())
                .orElse(null);
    }
}
