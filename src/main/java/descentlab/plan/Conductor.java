package descentlab.plan;

import descentlab.classroom.Agenda;
import descentlab.classroom.AtOnce;
import descentlab.classroom.Board;
import descentlab.classroom.Lectern;
import descentlab.classroom.Poll;
import descentlab.classroom.Question;
import descentlab.classroom.Room;
import descentlab.classroom.Scene;
import descentlab.classroom.TryTask;
import descentlab.experiment.SurfaceExperiment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Leads a room by a plan, a press of a key at a time. A step is begun by one press; a question, a try and a race then take a
 * press for each thing they do, before the next step is begun. Where it stands is kept with the room, so that it may be pressed
 * on any of the teacher's pages.
 */
public final class Conductor {

    private final Lectern lectern;
    private String readText = "";
    private Plan read;

    public Conductor(Lectern lectern) {
        this.lectern = lectern;
    }

    /**
     * Where a plan stands.
     *
     * @param at the step that was begun, from 0; -1 before the first
     */
    public record Place(Plan plan, int at) {

        /** The step that was begun. */
        public Optional<Step> current() {
            return at < 0 ? Optional.empty() : Optional.of(plan.steps().get(at));
        }

        /** The step after it. */
        public Optional<Step> following() {
            return at + 1 < plan.steps().size() ? Optional.of(plan.steps().get(at + 1)) : Optional.empty();
        }
    }

    /** The room as it is. */
    public Board board() {
        return lectern.room().board();
    }

    public Room room() {
        return lectern.room();
    }

    /** Shows the votes of the question that is asked, whatever would come before. */
    public void showVotes() {
        lectern.showVotes();
    }

    /** Has a written answer to the question that is asked not shown, or shown again. */
    public void strike(String answer, boolean on) {
        board().poll().ifPresent(poll -> lectern.strike(poll.number(), answer, on));
    }

    /** Takes up a plan, before its first step. */
    public void begin(Plan plan) {
        lectern.prepare(PlanWriter.write(plan));
    }

    /** Leads by no plan any more; what is shown stays. */
    public void end() {
        lectern.endPrepared();
    }

    /** Where the room's plan stands, if it is led by one. */
    public Optional<Place> place() {
        Optional<Agenda> agenda = lectern.room().board().agenda();
        return agenda.map(kept -> {
            if (!kept.text().equals(readText)) {
                read = PlanReader.read(kept.text());
                readText = kept.text();
            }
            return new Place(read, Math.min(kept.at(), read.steps().size() - 1));
        });
    }

    /** What a press does next. */
    private enum Press {
        DISCUSS("End voting: they talk"),
        VOTE_AGAIN("Vote again"),
        SHOW_VOTES("Show the votes"),
        SHOW_RACE("Show what happens"),
        REVEAL("Show who was right"),
        END_TRY("End trying"),
        PLAY("Play it"),
        NEXT("Next"),
        NOTHING("");

        final String words;

        Press(String words) {
            this.words = words;
        }
    }

    /** What the next press does, in words; nothing at the end. */
    public String nextWords() {
        return place().map(place -> press(place) == Press.NEXT && place.at() < 0 ? "Begin" : press(place).words).orElse("");
    }

    private Press press(Place place) {
        Board board = lectern.room().board();
        Act act = place.current().map(Step::act).orElse(new Act.Tell());
        if (act instanceof Act.Ask && board.poll().isPresent()) {
            Press press = press(board.poll().get());
            if (press != Press.NEXT) {
                return press;
            }
        }
        if (act instanceof Act.Try && board.task().isPresent()) {
            return Press.END_TRY;
        }
        Scene scene = lectern.room().scene();
        if (act instanceof Act.Show(SurfaceExperiment race)
                && scene.led().equals(race)
                && scene.step() == 0
                && !scene.playing()) {
            return Press.PLAY;
        }
        return place.following().isPresent() ? Press.NEXT : Press.NOTHING;
    }

    private static Press press(Poll poll) {
        boolean twice = poll.peer() && poll.round() == 1;
        return switch (poll.stage()) {
            case OPEN -> twice ? Press.DISCUSS : Press.SHOW_VOTES;
            case CLOSED -> twice ? Press.VOTE_AGAIN : Press.SHOW_VOTES;
            case SHOWN -> poll.isOfRace() ? Press.SHOW_RACE : poll.isScored() ? Press.REVEAL : Press.NEXT;
            case RUN -> Press.REVEAL;
            case REVEALED, OVER -> Press.NEXT;
        };
    }

    /**
     * Does what the next press does.
     *
     * @return completes when it is done, or fails; all but asking and saying who was right is done when this returns
     * @throws descentlab.classroom.ClassroomException if it cannot be done as the room is now
     */
    public CompletableFuture<Void> next() {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        return place().map(place -> {
            switch (press(place)) {
                case DISCUSS -> lectern.closeVotes();
                case VOTE_AGAIN -> lectern.voteAgain();
                case SHOW_VOTES -> lectern.showVotes();
                case SHOW_RACE -> lectern.run();
                case REVEAL -> {
                    return lectern.reveal();
                }
                case END_TRY -> lectern.endTry();
                case PLAY -> lectern.play(new Scene.Playback(0, true, lectern.room().scene().speed(), ""));
                case NEXT -> {
                    return go(place, place.at() + 1, true);
                }
                case NOTHING -> {}
            }
            return done;
        }).orElse(done);
    }

    /** Goes back a step: what it showed is shown again, and nothing is asked anew. */
    public void back() {
        place().filter(place -> place.at() > 0).ifPresent(place -> go(place, place.at() - 1, false));
    }

    /**
     * Goes to a step.
     *
     * @return as {@link #next}
     */
    public CompletableFuture<Void> go(int step) {
        return place().filter(place -> step >= 0 && step < place.plan().steps().size())
                .map(place -> go(place, step, true))
                .orElse(CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> go(Place place, int to, boolean doing) {
        AtOnce all = lectern.atOnce();
        leave(all);
        Step step = place.plan().steps().get(to);
        switch (step.act()) {
            case Act.Tell tell -> {}
            case Act.Show show -> all.stage(show.experiment());
            case Act.Ask ask -> {
                if (doing) {
                    boolean besideIt = ask.with().isPresent() && !(ask.question() instanceof Question.OfRace); // it is asked about
                    all.askFairly(ask.question(), ask.with().orElseGet(() -> lectern.room().scene().led()), ask.peer(), !besideIt);
                } else {
                    ask.with().ifPresent(all::stage);
                }
            }
            case Act.Try tried -> {
                all.stage(tried.race());
                if (doing) {
                    all.tryOut(TryTask.of(tried.vary(), tried.race(), tried.series()));
                }
            }
            case Act.Time time -> {
                if (doing) {
                    all.time(Duration.ofMinutes(step.minutes()), step.title());
                }
            }
            case Act.Visit visit -> all.visit(visit.path());
        }
        if (!(step.act() instanceof Act.Tell) && lectern.room().lobby()) {
            all.lobby(false);
        }
        all.turn(place.at(), to, title(step));
        return all.now();
    }

    /** Ends what the step before began and nobody has ended. */
    private void leave(AtOnce all) {
        Board board = lectern.room().board();
        if (board.poll().isPresent()) {
            all.putAway();
        }
        if (board.task().isPresent()) {
            all.endTry();
        }
        if (!board.tries().isEmpty()) {
            all.forgetTries();
        }
        if (board.countdown().isPresent()) {
            all.endTime();
        }
        if (board.visit().isPresent()) {
            all.endVisit();
        }
    }

    /** What a step is called. */
    public static String title(Step step) {
        if (!step.title().isEmpty()) {
            return step.title();
        }
        return switch (step.act()) {
            case Act.Tell tell -> step.note().lines().findFirst().orElse("Note");
            case Act.Show show -> "Show an experiment";
            case Act.Ask ask -> ask.text();
            case Act.Try tried -> tried.vary() == TryTask.Vary.RATE ? "Everyone tries a rate" : "Everyone tries a start";
            case Act.Time time -> "Timer";
            case Act.Visit visit -> "Open " + visit.path();
        };
    }
}
