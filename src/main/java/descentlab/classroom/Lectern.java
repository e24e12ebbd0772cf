package descentlab.classroom;

import descentlab.account.SignedIn;
import descentlab.account.Teacher;
import descentlab.audit.Audit;
import descentlab.audit.Deed;
import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.TrainingExperiment;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The place from which a teacher leads a room. Only {@link Rooms} gives it out, to the room's teacher. */
public final class Lectern {

    private final Room room;
    private final Lines lines;
    private final RoomStore store;
    private final Scribe scribe;
    private final RoomRuns runs;
    private final Audit audit;
    private final InstantSource clock;

    Lectern(Room room, Lines lines, RoomStore store, Scribe scribe, RoomRuns runs, Audit audit, InstantSource clock) {
        this.room = room;
        this.lines = lines;
        this.store = store;
        this.scribe = scribe;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    public Room room() {
        return room;
    }

    /**
     * Shows all what a lab's link says, whole or from its path on.
     *
     * @throws ClassroomException if it is no link of a lab that can be led, or holds what is not allowed, and as {@link
     *     #lead(Experiment)}
     */
    public void lead(String link) {
        show(new Command.Lead(experiment(link), false, ""), true);
    }

    /** Whether a link is one of a lab that can be led, whatever else it says. */
    public static boolean isLab(String link) {
        return RoomRuns.isLed(link);
    }

    /**
     * The experiment that a lab's link says.
     *
     * @throws ClassroomException if it is no link of a lab that can be led, or holds what is not allowed
     */
    public static Experiment experiment(String link) {
        return RoomRuns.led(link);
    }

    /**
     * Shows an experiment to all.
     *
     * @throws ClassroomException if it cannot be led, or a question hides the run of the one that is shown
     */
    public void lead(Experiment led) {
        show(new Command.Lead(led, false, ""), false);
    }

    /** As {@link #lead(Experiment)}, made in one of the teacher's windows, whose name the scene says then. */
    public void lead(Experiment led, String hand) {
        show(new Command.Lead(led, false, hand), false);
    }

    /** As {@link #lead(Experiment)}, at its start and at rest: nothing of what it does is seen before it is played. */
    public void stage(Experiment led) {
        show(new Command.Lead(led, true, ""), true);
    }

    /** @param whole whether it was chosen as a whole, rather than changed by a control */
    private void show(Command.Lead lead, boolean whole) {
        Experiment before = room.scene().led();
        act(lead);
        if (whole ? !lead.led().equals(before) : isAnother(before, lead.led())) {
            mark(Moment.Kind.SHOW, lead.led().link());
        }
    }

    /** Whether it is something else, and not the same with another rate or entry. */
    private static boolean isAnother(Experiment before, Experiment led) {
        return switch (led) {
            case SurfaceExperiment race -> !(before instanceof SurfaceExperiment one && one.choice().equals(race.choice()));
            case TrainingExperiment training -> !training.equals(before);
            case SpectrumExperiment matrix -> !(before instanceof SpectrumExperiment);
        };
    }

    /** For the time line: nobody waits for it, and what was done stands without it. */
    private void mark(Moment.Kind kind, String what) {
        lines.send(room, new Command.Note(kind, what, clock.instant()));
    }

    /**
     * Shows the matrix that is led on its way from its diagonal, as M(t) = D + t (M - D); nothing if none is led.
     *
     * @param t from 0 to 1
     * @param hand the window of the teacher's that does so
     */
    public void homotopy(double t, String hand) {
        act(new Command.Homotopy(1 - t, hand));
    }

    /** Shows the race again that was led before a training, or before somebody's run, was shown. */
    public void back() {
        act(new Command.Back());
    }

    /** Shows all the same place of the race. */
    public void play(Scene.Playback playback) {
        act(new Command.Play(playback));
    }

    /**
     * Has the training that all see wait, go on or end; nothing if it is another one by now.
     *
     * @param run of the scene that was seen
     */
    public void hold(String run, Scene.Progress progress) {
        Scene before = room.scene();
        act(new Command.Hold(run, progress));
        if (before.run().equals(run) && before.progress() != progress) {
            mark(Moment.Kind.TRAINING, progress.name());
        }
    }

    /** Has the training that all see begin anew; nothing if it is another one by now. */
    public void again(String run) {
        act(new Command.Again(run));
        mark(Moment.Kind.TRAINING, Moment.AGAIN);
    }

    /** Has all follow, or lets them explore freely. */
    public void follow(boolean following) {
        act(new Command.Follow(following));
    }

    /** Shows on the projector how to join, or what is led. */
    public void lobby(boolean shown) {
        act(new Command.Lobby(shown));
    }

    /** Shows the wall in light or dark, whatever the screens of others are. */
    public void dress(Scene.Scheme scheme) {
        act(new Command.Dress(scheme));
    }

    /** Asks all to look up from their screens, or lets them go on. */
    public void freeze(boolean frozen) {
        act(new Command.Freeze(frozen));
    }

    /** What points and draws on the plot that is led. */
    public Pointing pointing() {
        return new Pointing(room, lines);
    }

    /** Has the room's run computed again if no server has it any more. */
    public void renew() {
        lines.send(room, new Command.Renew()); // who is led by it sees the run when it comes
    }

    // What was prepared

    /** Takes up what a teacher has prepared, before its first step. */
    public void prepare(String text) {
        act(new Command.Prepare(text));
    }

    /** Puts away what was prepared. */
    public void endPrepared() {
        act(new Command.Prepare(null));
    }

    /** Goes from one step of what was prepared to another; nothing if it has gone elsewhere by now. */
    public void turn(int from, int to, String title) {
        act(new Command.Turn(from, to, title, clock.instant()));
    }

    /** Counts down on all screens from now. */
    public void time(Duration time, String label) {
        act(new Command.Time(time, label));
    }

    /** Counts down no more. */
    public void endTime() {
        act(new Command.Time(Duration.ZERO, ""));
    }

    /**
     * Asks all to open a page of this application.
     *
     * @throws ClassroomException if it is none
     */
    public void visit(String page) {
        String path = VisitedPage.checked(page);
        act(new Command.Visit(path));
        mark(Moment.Kind.VISIT, path);
    }

    /** Asks all to come back to the class. */
    public void endVisit() {
        boolean away = room.board().visit().isPresent();
        act(new Command.Visit(null));
        if (away) {
            mark(Moment.Kind.VISIT, "");
        }
    }

    // Questions

    /**
     * Asks a question on what is led.
     *
     * @throws ClassroomException if the question does not fit it, or another is not put away
     */
    public void ask(Question question) {
        act(new Command.Ask(question, room.scene().led(), false, clock.instant()));
    }

    /**
     * Asks a question, with an experiment that is shown at its start if another is led; unless the answer would be chance: of
     * a race, where the best is hardly better than the second, or is so only after just that many steps. What is refused is not
     * shown either.
     *
     * @param peer whether the class says how sure it is, talks it over, and votes again, before it sees any votes
     * @return completes when it is asked, or fails
     * @throws ClassroomException if it does not fit the experiment
     */
    public CompletableFuture<Void> askFairly(Question question, Experiment with, boolean peer) {
        AtOnce one = atOnce();
        one.askFairly(question, with, peer, true);
        return one.now();
    }

    /** Several things to be done as one. */
    public AtOnce atOnce() {
        return new AtOnce(room, lines, this::unfair, clock);
    }

    private CompletableFuture<Optional<String>> unfair(Question question, Experiment with) {
        return question instanceof Question.OfRace ofRace
                ? runs.unfair(room.code(), ofRace, (SurfaceExperiment) with)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /** What an experiment is, in a sentence that tells what is shown. */
    public static String shown(Experiment led) {
        return switch (led) {
            case SurfaceExperiment race -> "a race";
            case TrainingExperiment training -> "a training";
            case SpectrumExperiment matrix -> "a matrix";
        };
    }

    /** Takes no more votes. */
    public void closeVotes() {
        act(new Command.CloseVotes());
    }

    /** Shows all what was voted, not yet the truth. */
    public void showVotes() {
        act(new Command.ShowVotes());
    }

    /**
     * Has the class vote once more.
     *
     * @throws ClassroomException if it has voted often enough, or knows the truth
     */
    public void voteAgain() {
        act(new Command.VoteAgain());
    }

    /** Shows all what the race really does, and plays it; who was right is not said yet. */
    public void run() {
        act(new Command.Run());
    }

    /** Has a written answer not shown to the class, or shown again. */
    public void strike(int poll, String answer, boolean on) {
        act(new Command.Strike(poll, answer, on));
    }

    /** Says who was right, of a race that is run first if it was not; completes when all see it, or fails. */
    public CompletableFuture<Void> reveal() {
        Poll asked = room.kept().asked();
        CompletableFuture<Truth> right = asked.question() instanceof Question.OfRace ofRace
                ? runs.truth(room.code(), ofRace, (SurfaceExperiment) asked.experiment())
                : CompletableFuture.completedFuture(null); // it says so itself
        return right.thenCompose(truth -> lines.send(room, new Command.Reveal(asked.number(), truth)).done())
                .thenAccept(kept -> {});
    }

    /** Has what is led stay on the wall beside a question of one's own, or gives the question the wall to itself. */
    public void beside(boolean on) {
        act(new Command.Beside(on));
    }

    /** Puts the question away; the race is seen again. */
    public void putAway() {
        act(new Command.PutAway());
    }

    // What everyone tries

    /** Asks everyone to pick a start or a rate; what they tried before is put away. */
    public void tryOut(TryTask task) {
        act(new Command.TryOut(task, clock.instant()));
    }

    /** Ends what everyone tries; what they tried stays to be seen. */
    public void endTry() {
        act(new Command.EndTry());
    }

    /** Shows what everyone tried with names, or without. */
    public void name(boolean named) {
        act(new Command.Name(named));
    }

    /** Puts away what everyone tried. */
    public void forgetTries() {
        act(new Command.ForgetTries());
    }

    /** Draws the ways of what everyone tried over the race, or not. */
    public void draw(boolean drawn) {
        act(new Command.Draw(drawn));
    }

    /**
     * Shows everyone what somebody tried, without saying whose it is.
     *
     * @throws ClassroomException if they have tried nothing
     */
    public void present(ParticipantId participant) {
        act(new Command.Present(participant));
    }

    // What the class asks

    /** Says what becomes of something that somebody asked. */
    public void settle(int enquiry, Enquiry.State state) {
        act(new Command.Settle(enquiry, state));
    }

    /**
     * Shows on the wall what somebody asked, without who it was.
     *
     * @param enquiry its number; 0 for nothing any more
     * @throws ClassroomException if it does not wait for an answer
     */
    public void quote(int enquiry) {
        act(new Command.Quote(enquiry));
    }

    // People

    /** Lets nobody new in any more, or lets them; who has a seat comes back to it. */
    public void lock(boolean on) {
        act(new Command.Lock(on));
    }

    /** Sends somebody out, until they are let in again. */
    public void sendOut(ParticipantId participant) {
        act(new Command.Admit(participant, false));
        note(Deed.STUDENT_SENT_OUT);
    }

    /** Lets somebody in again. */
    public void letIn(ParticipantId participant) {
        act(new Command.Admit(participant, true));
        note(Deed.STUDENT_LET_IN);
    }

    /** Takes somebody's nickname away: they are a guest with a number, until they take another. */
    public void takeName(ParticipantId participant) {
        act(new Command.TakeName(participant));
    }

    // The room

    /** Closes the room: nobody follows or joins any more. */
    public void close() {
        Instant now = clock.instant();
        Kept kept = act(new Command.Close(now));
        if (kept.closed().equals(Optional.of(now))) {
            note(Deed.ROOM_CLOSED);
        }
    }

    /** For how many days what is kept of it is kept after it is closed. */
    public int keptDays() {
        return store.keptDays(room.code());
    }

    /**
     * Says for how many days what is kept of it is kept after it is closed.
     *
     * @throws ClassroomException if that cannot be, or could not be written
     */
    public void keepFor(int days) {
        if (!Rooms.KEPT_DAYS.contains(days)) {
            throw new ClassroomException("A room is kept for " + Rooms.KEPT_DAYS + " days; " + days + " is none of them.");
        }
        scribe.note(() -> store.keep(room.code(), days)).await();
    }

    /** Closes the room and deletes all that is kept of it. */
    public void delete() {
        close();
        scribe.note(() -> store.delete(room.code())).await();
        note(Deed.ROOM_DELETED);
    }

    /** Notes what its teacher does, or the server if nobody is signed in. */
    void note(Deed deed) {
        audit.note(
                deed,
                SignedIn.teacher().map(Teacher::name).orElse(""),
                Map.of("room", room.code().shown()));
    }

    private Kept act(Command command) {
        return lines.send(room, command).await();
    }
}
