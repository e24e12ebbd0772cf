package descentlab.classroom;

import descentlab.experiment.Experiment;
import descentlab.experiment.SpectrumExperiment;
import descentlab.experiment.SurfaceExperiment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What becomes of what a room shows, by what is done in it: by one thing, or by several as one. */
final class Staging {

    private final RoomRuns runs;
    private final InstantSource clock;

    Staging(RoomRuns runs, InstantSource clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** What of a command depends on what is shown, and not on what is kept. */
    static void check(Room room, Kept kept, Command.Keeping command) {
        if (!(command instanceof Command.Together(List<Command.Part> parts))) {
            check(room, room.scene().led(), kept, command);
            return;
        }
        Experiment led = room.scene().led();
        Kept now = kept;
        for (Command.Part part : parts) {
            switch (part) {
                case Command.Keeping keeping -> {
                    check(room, led, now, keeping);
                    now = keeping.of(now);
                }
                case Command.Lead lead -> {
                    checkLead(now);
                    led = lead.led();
                }
                case Command.Staged other -> {}
            }
        }
    }

    private static void check(Room room, Experiment led, Kept kept, Command.Keeping command) {
        if (command instanceof Command.HandIn && kept.task().isEmpty() && room.shown().following()) {
            kept.checkOpen();
            throw new ClassroomException("Nothing is to be tried just now.");
        }
        if (command instanceof Command.Ask ask && !ask.experiment().equals(led)) {
            kept.checkOpen();
            throw new ClassroomException("Another experiment is shown by now. Ask again.");
        }
        if (command instanceof Command.TryOut && !(led instanceof SurfaceExperiment)) {
            kept.checkOpen();
            throw new ClassroomException("Trying needs a race on a surface; " + Lectern.shown(led) + " is shown.");
        }
    }

    /** What becomes of what is shown, by what is kept. */
    UnaryOperator<Shown> shown(Room room, Command.Keeping command, Kept before) {
        return command instanceof Command.Together together
                ? together(room, together, before)
                : shown(room, room.scene().led(), command, before);
    }

    /** Of what one part would show until another shows something else, nothing is seen. */
    private UnaryOperator<Shown> together(Room room, Command.Together together, Kept before) {
        Kept after = together.of(before);
        boolean hidden = after.questionHidesRun() || after.task().isPresent();
        boolean leads = together.parts().stream().anyMatch(Command.Lead.class::isInstance);
        List<UnaryOperator<Shown>> all = new ArrayList<>();
        Experiment led = room.scene().led();
        Kept now = before;
        for (Command.Part part : together.parts()) {
            switch (part) {
                case Command.Keeping keeping -> {
                    boolean isOver = keeping instanceof Command.PutAway || keeping instanceof Command.EndTry;
                    if (!(leads && isOver)) {
                        all.add(shown(room, led, keeping, now));
                    }
                    now = keeping.of(now);
                }
                case Command.Staged staged -> {
                    all.add(staged(room, staged, now, hidden));
                    led = staged instanceof Command.Lead lead ? lead.led() : led;
                }
            }
        }
        return shown -> {
            Shown next = shown;
            for (UnaryOperator<Shown> each : all) {
                next = each.apply(next);
            }
            return next;
        };
    }

    /** @param led what is led then */
    private UnaryOperator<Shown> shown(Room room, Experiment led, Command.Keeping command, Kept before) {
        return switch (command) {
            case Command.Together together -> together(room, together, before);
            case Command.Ask ask -> {
                if (!(ask.question() instanceof Question.OfRace)) {
                    // What is shown stays as it is, but for the wall, whose room the question has.
                    yield shown -> shown.following(true).lobby(false).wall(shown.wall().beside(false));
                }
                UnaryOperator<Scene> hidden = runs.shown(room.code(), ask.experiment(), true);
                yield shown -> shown.following(true)
                        .lobby(false)
                        .with(hidden.apply(shown.scene()).at(0, false, clock.instant()));
            }
            case Command.Run run -> played(room);
            case Command.Reveal reveal ->
                before.asked().number() == reveal.poll() && before.asked().hidesRun()
                        ? played(room)
                        : UnaryOperator.identity();
            case Command.PutAway away -> before.asked().isOfRace() ? seen(room, led) : UnaryOperator.identity();
            case Command.TryOut task -> {
                // The wall shows where all start and their ways, not the teacher's.
                UnaryOperator<Scene> hidden = runs.shown(room.code(), led, true);
                yield shown -> shown.lobby(false).drawn(true).with(hidden.apply(shown.scene()));
            }
            case Command.EndTry end -> seen(room, led);
            // The scene once more, so that their stream sees that they are out.
            case Command.Admit admit -> again();
            case Command.TakeName name -> again();
            case Command.Leave leave -> again();
            case Command.Lock lock -> UnaryOperator.identity();
            case Command.Prepare prepare -> UnaryOperator.identity();
            case Command.Turn turn -> UnaryOperator.identity();
            case Command.CloseVotes close -> UnaryOperator.identity();
            case Command.ShowVotes show -> UnaryOperator.identity();
            case Command.VoteAgain vote -> UnaryOperator.identity();
            case Command.ForgetTries forget -> UnaryOperator.identity();
            case Command.Join join -> UnaryOperator.identity();
            case Command.Cast vote -> UnaryOperator.identity();
            case Command.Strike strike -> UnaryOperator.identity();
            case Command.Note note -> UnaryOperator.identity();
            case Command.Settle(int enquiry, Enquiry.State state) when state != Enquiry.State.OPEN ->
                shown -> shown.wall().enquiry() == enquiry ? shown.wall(shown.wall().enquiry(0)) : shown;
            case Command.Voice voice -> UnaryOperator.identity();
            case Command.Lose lose -> UnaryOperator.identity();
            case Command.HandIn tried -> UnaryOperator.identity();
            case Command.Close close -> UnaryOperator.identity();
        };
    }

    private static UnaryOperator<Shown> again() {
        return shown -> shown.with(shown.scene().again());
    }

    /** What is led, for all to see. */
    private UnaryOperator<Shown> seen(Room room, Experiment led) {
        UnaryOperator<Scene> seen = runs.shown(room.code(), led, false);
        return shown -> shown.with(seen.apply(shown.scene()));
    }

    /** What is led, played from its start. */
    private UnaryOperator<Shown> played(Room room) {
        UnaryOperator<Scene> seen = runs.shown(room.code(), room.scene().led(), false);
        return shown -> shown.with(seen.apply(shown.scene()).at(0, true, clock.instant()));
    }

    /** Of something that is done by itself. */
    UnaryOperator<Shown> staged(Room room, Command.Staged staged) {
        return staged(room, staged, room.kept(), false);
    }

    /**
     * What becomes of what is shown.
     *
     * @param kept what is kept then
     * @param hidden whether the run of what is led is kept from all
     */
    private UnaryOperator<Shown> staged(Room room, Command.Staged staged, Kept kept, boolean hidden) {
        return switch (staged) {
            case Command.Lead lead -> led(room, lead, kept, hidden);
            case Command.Time(Duration time, String label) -> shown -> shown.countdown(time.isZero()
                    ? Optional.empty()
                    : Optional.of(new Countdown(clock.instant().plus(time), label)));
            case Command.Visit(String path) -> shown -> shown.visit(Optional.ofNullable(path));
            case Command.Lobby(boolean on) -> shown -> shown.lobby(on);
            case Command.Beside(boolean on) -> shown -> shown.wall(shown.wall().beside(on));
        };
    }

    private UnaryOperator<Shown> led(Room room, Command.Lead lead, Kept kept, boolean hidden) {
        checkLead(kept);
        Experiment led = lead.led();
        runs.leave(room.code(), room.scene(), led); // first, as it may take the place of what comes
        UnaryOperator<Scene> run = runs.shown(room.code(), led, hidden);
        return shown -> {
            Scene seen = run.apply(shown.scene());
            Scene scene = led instanceof SpectrumExperiment ? seen.by(lead.hand()) : seen;
            boolean staged = lead.atStart() && !shown.scene().led().equals(led);
            Shown next = (staged ? shown.ink(shown.ink().another()) : shown)
                    .before(led instanceof SurfaceExperiment ? Optional.empty() : shown.race())
                    .with(!lead.atStart() && onSameObjective(shown.scene().led(), led) ? scene : scene.at(0, false, clock.instant()));
            return kept.tries().isEmpty() || onSameSurface(kept, led) ? next : next.putAways(next.putAways() + 1);
        };
    }

    private static void checkLead(Kept kept) {
        if (kept.questionHidesRun()) {
            throw new ClassroomException("A question is open on this experiment: show its truth, or put it away,"
                    + " before you change the experiment.");
        }
        if (kept.task().isPresent()) {
            throw new ClassroomException("Everyone is trying this race: end that before you change it.");
        }
    }

    /** Whether it is seen from the same step on; another race is there to be played, and does not tell its end. */
    private static boolean onSameObjective(Experiment before, Experiment led) {
        return !(led instanceof SurfaceExperiment race)
                || before instanceof SurfaceExperiment one
                        && one.objective().name().equals(race.objective().name());
    }

    /** Whether what was tried can be seen over it. */
    private static boolean onSameSurface(Kept kept, Experiment led) {
        return !(led instanceof SurfaceExperiment race)
                || kept.tries().values().stream()
                        .allMatch(tried -> tried.surfaceQuery().equals(race.surfaceQuery()));
    }
}
