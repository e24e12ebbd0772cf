package descentlab.classroom;

import descentlab.experiment.Experiment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Several things that a teacher does as one: a class sees them together, as a step that puts a question away and asks the next.
 * Nothing of it is done before {@link #now}.
 */
public final class AtOnce {

    /** Whether a question may be asked; nothing if so, else why not. */
    interface Fairness {
        CompletableFuture<Optional<String>> unfair(Question question, Experiment with);
    }

    private final Room room;
    private final Lines lines;
    private final Fairness fairness;
    private final InstantSource clock;
    private final List<Command.Part> parts = new ArrayList<>();
    private Asked asked;

    /** @param from of the first part that is done for it alone */
    private record Asked(Question question, Experiment with, int from, int to) {}

    AtOnce(Room room, Lines lines, Fairness fairness, InstantSource clock) {
        this.room = room;
        this.lines = lines;
        this.fairness = fairness;
        this.clock = clock;
    }

    private void add(Command.Part part) {
        parts.add(part);
    }

    private void mark(Moment.Kind kind, String what) {
        add(new Command.Note(kind, what, clock.instant()));
    }

    /** As {@link Lectern#putAway}. */
    public void putAway() {
        add(new Command.PutAway());
    }

    /** As {@link Lectern#endTry}. */
    public void endTry() {
        add(new Command.EndTry());
    }

    /** As {@link Lectern#forgetTries}. */
    public void forgetTries() {
        add(new Command.ForgetTries());
    }

    /** As {@link Lectern#endTime}. */
    public void endTime() {
        add(new Command.Time(Duration.ZERO, ""));
    }

    /** As {@link Lectern#endVisit}. */
    public void endVisit() {
        boolean away = room.board().visit().isPresent();
        add(new Command.Visit(null));
        if (away) {
            mark(Moment.Kind.VISIT, "");
        }
    }

    /** As {@link Lectern#stage}. */
    public void stage(Experiment led) {
        add(new Command.Lead(led, true, ""));
        if (!led.equals(room.scene().led())) {
            mark(Moment.Kind.SHOW, led.link());
        }
    }

    /**
     * As {@link Lectern#askFairly}; if it would be chance, all else is done without it.
     *
     * @param alone whether it is asked beside nothing, as what is led gives it the wall to itself
     * @throws ClassroomException if it does not fit the experiment
     */
    public void askFairly(Question question, Experiment with, boolean peer, boolean alone) {
        question.check(with);
        int from = parts.size();
        if (!room.scene().led().equals(with)) {
            add(new Command.Lead(with, true, ""));
        }
        add(new Command.Ask(question, with, peer, clock.instant()));
        if (!alone) {
            add(new Command.Beside(true));
        }
        asked = new Asked(question, with, from, parts.size());
    }

    /** As {@link Lectern#tryOut}. */
    public void tryOut(TryTask task) {
        add(new Command.TryOut(task, clock.instant()));
    }

    /** As {@link Lectern#time}. */
    public void time(Duration time, String label) {
        add(new Command.Time(time, label));
    }

    /** As {@link Lectern#visit}. */
    public void visit(String page) {
        String path = VisitedPage.checked(page);
        add(new Command.Visit(path));
        mark(Moment.Kind.VISIT, path);
    }

    /** As {@link Lectern#lobby}. */
    public void lobby(boolean shown) {
        add(new Command.Lobby(shown));
    }

    /** As {@link Lectern#turn}. */
    public void turn(int from, int to, String title) {
        add(new Command.Turn(from, to, title, clock.instant()));
    }

    /**
     * Does it.
     *
     * @return completes when it is done, or fails; all but asking is done when this returns
     * @throws ClassroomException if it cannot be done as the room is now
     */
    public CompletableFuture<Void> now() {
        if (asked == null) {
            done(parts).forEach(Scribe.Waiting::await);
            return CompletableFuture.completedFuture(null);
        }
        return fairness.unfair(asked.question(), asked.with()).thenCompose(unfair -> unfair.isEmpty()
                ? all(done(parts))
                : all(done(withoutAsking())).thenCompose(done -> CompletableFuture.failedFuture(new ClassroomException(unfair.get()))));
    }

    private List<Command.Part> withoutAsking() {
        List<Command.Part> others = new ArrayList<>(parts);
        others.subList(asked.from(), asked.to()).clear();
        return others;
    }

    /**
     * What a class is shown by the disk goes there together, and so do several things that it is shown: who is told to come back
     * first, and then to go elsewhere, would do both. One thing that is shown is so at once, whatever the disk does.
     */
    private List<Scribe.Waiting<Kept>> done(List<Command.Part> all) {
        long seen = all.stream().filter(AtOnce::isSeen).count();
        boolean kept = all.stream().anyMatch(part -> isSeen(part) && part instanceof Command.Keeping);
        return kept || seen > 1
                ? List.of(lines.send(room, new Command.Together(all)))
                : all.stream().map(part -> lines.send(room, part)).toList();
    }

    /** Whether a class sees it. */
    private static boolean isSeen(Command.Part part) {
        return switch (part) {
            case Command.Keeping keeping -> keeping.topic() == Topic.BOARD;
            case Command.Lobby lobby -> false;
            case Command.Beside beside -> false;
            case Command.Staged staged -> true;
        };
    }

    private static CompletableFuture<Void> all(List<Scribe.Waiting<Kept>> waiting) {
        return CompletableFuture.allOf(waiting.stream().map(Scribe.Waiting::done).toArray(CompletableFuture[]::new));
    }
}
