package descentlab.classroom.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Image;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.classroom.Truth;
import descentlab.classroom.Vote;
import descentlab.element.PictureSpot;
import descentlab.objective.Point;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The picture of a question, with the places on it where one is asked for. */
final class Spots {

    private PictureSpot spot;
    private Consumer<Vote.Place> picked = place -> {};

    /** @param picked told of the place that somebody sets */
    void onPicked(Consumer<Vote.Place> picked) {
        this.picked = picked;
    }

    /** The picture of a question that has one. */
    Component picture(Room room, Poll poll, OwnQuestion own) {
        String address = "api/rooms/" + room.code() + "/questions/" + poll.number() + "/picture";
        if (own.isOnPicture()) {
            spot = new PictureSpot(address, own.shows());
            spot.addSpotListener(put -> {
                if (Double.isFinite(put.getX()) && Double.isFinite(put.getY())) {
                    picked.accept(new Vote.Place(new Point(put.getX(), put.getY())));
                }
            });
            spot.addClassName("question-picture");
            return spot;
        }
        spot = null;
        Image picture = new Image(address, own.shows());
        picture.addClassName("question-picture");
        return picture;
    }

    /** Draws what the class sees of a question's places. */
    void draw(Poll poll) {
        draw(poll, poll.votesShown());
    }

    /** Draws all of a question's places, as they are counted for the teacher afterwards. */
    void drawAll(Poll poll) {
        draw(poll, true);
    }

    private void draw(Poll poll, boolean votes) {
        if (spot == null) {
            return;
        }
        spot.setCloud(votes
                ? poll.tally().rounds().getLast().places().stream().map(p -> new double[] {p.x1(), p.x2()}).toList()
                : List.of());
        if (poll.isSettled() && poll.truth().orElse(null) instanceof Truth.Spot(Point right, double within)) {
            spot.setTruth(right.x1(), right.x2(), within);
        } else {
            spot.clearTruth();
        }
    }

    /** Lets a place be set, and shows the one that is. */
    void ask(boolean open, Optional<Vote> mine) {
        if (spot == null) {
            return;
        }
        spot.setPicking(open);
        if (mine.isPresent() && mine.get() instanceof Vote.Place(Point point)) {
            spot.setGuess(point.x1(), point.x2());
        } else {
            spot.clearGuess();
        }
    }
}
