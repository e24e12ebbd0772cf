package descentlab.classroom.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.classroom.Board;
import descentlab.classroom.ClassroomException;
import descentlab.classroom.OwnQuestion;
import descentlab.classroom.Poll;
import descentlab.classroom.Room;
import descentlab.classroom.RoomCode;
import descentlab.classroom.Rooms;
import descentlab.classroom.Seat;
import descentlab.classroom.Topic;
import descentlab.controls.LearnerAccess;
import descentlab.database.DatabaseState;
import descentlab.progress.LearnerId;
import descentlab.shell.Banner;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * On every other page, the way back to the class: for who has a seat in an open room, with what is asked there just now, and for the
 * teacher who has one open.
 */
final class ClassBanner extends Composite<Div> {

    @org.springframework.stereotype.Component
    record Maker(Rooms rooms, PageWords pages, TakenAlong along) implements Banner {

        @Override
        public Component make() {
            return new ClassBanner(rooms, pages, along);
        }
    }

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Rooms rooms;
    private final PageWords pages;
    private final TakenAlong along;
    private String path = "";
    /** The room that it is of, if there is one. */
    private RoomCode code;

    private ClassBanner(Rooms rooms, PageWords pages, TakenAlong along) {
        this.rooms = rooms;
        this.pages = pages;
        this.along = along;
        getContent().addClassName("banner");
        getElement().setAttribute("role", "region").setAttribute("aria-label", "Your class");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        super.onAttach(attach);
        UI ui = attach.getUI();
        ui.addAfterNavigationListener(entered -> {
            path = entered.getLocation().getPath();
            look(ui);
        });
        ComponentUtil.addListener(ui, StudentView.Joined.class, joined -> look(ui));
    }

    /** The database is asked, so never under the page's lock. */
    private void look(UI ui) {
        LearnerId learner = LearnerAccess.current().learner();
        Optional<Teacher> teacher = SignedIn.teacher();
        Thread.startVirtualThread(() -> {
            try {
                Optional<Found> found = teacher.isPresent()
                        ? rooms.latestOpen(teacher.get().id()).map(room -> new Found(
                                room, () -> new OfTeacher(room, new BringHere(rooms, teacher.get().id(), room, pages))))
                        : rooms.seatOf(learner).map(seat -> new Found(seat.room().code(), () -> new OfSeat(seat, pages, along, () -> path, this::setVisible)));
                ui.access(() -> show(found));
            } catch (UIDetachedException gone) {
                // nobody looks any more
            } catch (ClassroomException nobodyLeadsIt) {
                // the next page looks again
            } catch (RuntimeException failed) {
                if (!DatabaseState.isTold(failed)) {
                    throw failed;
                }
            }
        });
    }

    private record Found(RoomCode code, Supplier<Component> words) {}

    private void show(Optional<Found> found) {
        RoomCode now = found.map(Found::code).orElse(null);
        if (now == null) {
            getContent().removeAll();
        } else if (!now.equals(code) || getContent().getComponentCount() == 0) {
            getContent().removeAll();
            getContent().add(found.get().words().get());
        }
        code = now;
        setVisible(code != null && !path.replace("-", "").matches("class/" + code + "(/lead|/remote)?"));
        getContent().getChildren().filter(OfSeat.class::isInstance).map(OfSeat.class::cast).forEach(OfSeat::show);
        getContent().getChildren().filter(OfTeacher.class::isInstance).map(OfTeacher.class::cast).forEach(one -> one.show(path));
    }

    private static Anchor way(String path, String text) {
        Anchor way = new Anchor(path, text);
        way.addClassName("button-link");
        return way;
    }

    private static final class OfTeacher extends Composite<Div> {

        private final BringHere bring;

        OfTeacher(RoomCode code, BringHere bring) {
            this.bring = bring;
            getContent().add(
                    new Span("Your room " + code.shown() + " is open."),
                    bring,
                    way("class/" + code + "/lead", "Back to leading it"));
            getContent().addClassName("banner-words");
        }

        private void show(String path) {
            bring.show(path);
        }
    }

    private static final class OfSeat extends Composite<Div> {

        private final Seat seat;
        private final PageWords pages;
        private final TakenAlong along;
        private final Supplier<String> path;
        private final Consumer<Boolean> visible;
        private final Span words = new Span();
        private final Anchor way;
        private final ClassTimer timer = new ClassTimer();
        private Optional<String> visited = Optional.empty();
        /** Null while they are not with the class. */
        private Runnable leave;

        /** @param visible has the banner seen or not */
        OfSeat(Seat seat, PageWords pages, TakenAlong along, Supplier<String> path, Consumer<Boolean> visible) {
            this.seat = seat;
            this.pages = pages;
            this.along = along;
            this.path = path;
            this.visible = visible;
            way = way(own(), "Back to the class");
            words.getElement().setAttribute("role", "status");
            getContent().add(words, timer, way);
            getContent().addClassName("banner-words");
            Watch.on(this, seat.room(), Topic.BOARD, PAUSE, this::show);
            show();
        }

        private void show() {
            Room room = seat.room();
            Board board = room.board();
            visit(board.visit());
            // The room's own page sends everybody on to where the class is.
            String at = board.visit().filter(visit -> board.open() && isOwn(goal())).map(OfSeat::pageOf).orElse(goal());
            visible.accept(!isOwn(at));
            if (isOwn(at)) {
                attend(false);
                return; // the page itself says all
            }
            if (!board.open()) {
                showClosed(room);
                return;
            }
            timer.show(board.countdown());
            boolean seated = board.seated().stream().anyMatch(one -> one.id().equals(seat.id()));
            Optional<Poll> asked = board.poll().filter(poll -> poll.stage() == Poll.Stage.OPEN && poll.voteOf(seat.id()).isEmpty());
            String called = board.frozen()
                    ? "Eyes to the front: your teacher has paused all screens of the class."
                    : asked.map(poll -> poll.question() instanceof OwnQuestion
                                    ? "Your teacher asks a question."
                                    : "Your teacher asks: " + poll.text())
                            .or(() -> board.task().map(Words::task))
                            .orElse("");
            boolean here = board.visit().filter(visit -> pageOf(visit).equals(at)).isPresent();
            attend(here && seated);
            words.setText(!called.isEmpty()
                    ? called
                    : here ? whereOn(board.visit().orElse("")) : "Your class is in room " + room.code().shown() + ".");
            way.setText(asked.isPresent() && !board.frozen() ? "Answer" : "Back to the class");
            way.setVisible(!here || !called.isEmpty());
            getContent().getElement().getClassList().set("called", !called.isEmpty());
            getContent().setVisible(seated);
        }

        /** At which place of the page, where all were brought to one. */
        private String whereOn(String visit) {
            return visit.contains("#") ? "Your class is on this page, at “" + pages.titleOf(visit) + "”." : "Your class is on this page.";
        }

        /** Told on the page where they are; the next one has nothing more to tell of it. */
        private void showClosed(Room room) {
            attend(false);
            words.setText("Your teacher has closed room " + room.code().shown() + ". Thank you for taking part.");
            way.setText("See your answers");
            way.setVisible(true);
            getContent().getElement().getClassList().set("called", false);
            getContent().setVisible(seat.participant().filter(person -> !person.removed()).isPresent());
        }

        /** Who is where the class is, is with it, though they follow no stream there. */
        private void attend(boolean on) {
            if (on && isAttached() && leave == null) {
                leave = seat.attend();
            } else if (!on && leave != null) {
                leave.run();
                leave = null;
            }
        }

        @Override
        protected void onDetach(DetachEvent detach) {
            super.onDetach(detach);
            attend(false);
        }

        @Override
        protected void onAttach(AttachEvent attach) {
            super.onAttach(attach);
            show();
        }

        /** What is read together has places; in a lab everybody may be at something of their own. */
        private boolean isRead(String visit) {
            return visit.startsWith("lesson/") || visit.startsWith("exercises/");
        }

        private static String pageOf(String visit) {
            return visit.split("[?#]", 2)[0];
        }

        /** The page of the room. */
        private String own() {
            return "class/" + seat.room().code();
        }

        private boolean isOwn(String page) {
            return page.replace("-", "").equals(own());
        }

        /** Where they are, or on the way to. */
        private String goal() {
            return getUI().flatMap(along::goal).map(OfSeat::pageOf).orElseGet(path);
        }

        private boolean isGoal(String visit) {
            return pageOf(visit).equals(goal());
        }

        /** Who is with the class, on the page where it was or is, goes with it: to another page or place, or back to the room. */
        private void visit(Optional<String> now) {
            Optional<String> before = visited;
            visited = now;
            boolean with = before.filter(this::isGoal).isPresent() || now.filter(this::isRead).filter(this::isGoal).isPresent();
            if (with && !now.equals(before) && !isOwn(path.get())) { // from there the page itself goes
                getUI().ifPresent(ui -> now.ifPresentOrElse(page -> along.to(ui, page), () -> along.back(ui, seat.room())));
            }
        }
    }
}
