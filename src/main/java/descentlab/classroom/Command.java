package descentlab.classroom;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import descentlab.client.Client;
import descentlab.experiment.Experiment;
import descentlab.experiment.SurfaceExperiment;
import descentlab.experiment.EncodedQuery;
import descentlab.notation.Characters;
import descentlab.objective.Point;
import descentlab.progress.LearnerId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody does in a room, as data: it says all, so that it can be done wherever the room is led, and done again by
 * those who follow. The {@link Steward} does it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "do")
sealed interface Command {

    /** Changes what is shown: seen at once, and written when that can be. */
    sealed interface Showing extends Command {}

    /** May be one of several things that are done as one. */
    sealed interface Part extends Command {}

    /** What of that changes what is shown. */
    sealed interface Staged extends Showing, Part {}

    /** Changes what is kept: seen once it is on disk. */
    sealed interface Keeping extends Command {

        /**
         * What becomes of what is kept.
         *
         * @throws ClassroomException if it cannot be done
         */
        Kept of(Kept kept);

        /** Who is told. */
        default Topic topic() {
            return Topic.BOARD;
        }
    }

    // Showing

    /**
     * Shows an experiment to all.
     *
     * @param atStart whether at its start and at rest, also where the step that is shown could stay
     * @param hand the window of the teacher's whose hand made it, to be told of nothing that it did itself; empty if of none
     */
    record Lead(Experiment led, boolean atStart, String hand) implements Staged {

        public Lead {
            hand = hand == null ? "" : hand; // as a server of an earlier version says none
            Scene.checkHand(hand);
        }
    }

    /** Shows a matrix somewhere on its way to its diagonal; nothing if none is shown. */
    record Homotopy(double away, String hand) implements Showing {

        public Homotopy {
            Scene.checkHand(hand);
            if (!(away >= 0 && away <= 1)) {
                throw new ClassroomException("The way from the diagonal to the matrix goes from 0 to 1; t was " + (1 - away) + ".");
            }
        }
    }

    /** Shows the race again that was led before. */
    record Back() implements Showing {}

    /** Shows all the same place. */
    record Play(Scene.Playback playback) implements Showing {}

    /** Has all follow, or lets them explore. */
    record Follow(boolean on) implements Showing {}

    /** Shows how to join, or what is led. */
    record Lobby(boolean on) implements Staged {}

    /** Asks all to look up. */
    record Freeze(boolean on) implements Showing {}

    /** Shows the wall in light or dark. */
    record Dress(Scene.Scheme scheme) implements Showing {}

    /** Counts down on all screens from now; nothing any more if it is no time at all. */
    record Time(Duration time, String label) implements Staged {

        /** Characters of a label, at most. */
        private static final int LONGEST = 200;

        public Time {
            label = label == null ? "" : AnswerText.shown(label);
            if (label.length() > LONGEST) {
                throw new ClassroomException("What time is counted for has " + label.length() + " characters; allowed: " + LONGEST + " at most.");
            }
        }
    }

    /** Asks all to open a page; null if to come back. */
    record Visit(String path) implements Staged {}

    /** Shows names, or none. */
    record Name(boolean on) implements Showing {}

    /** Draws all ways, or none. */
    record Draw(boolean on) implements Showing {}

    /** Has what is led stay on the wall beside a question of the teacher's own, or gives the question its room. */
    record Beside(boolean on) implements Staged {}

    /** Shows on the wall what somebody in the class asks; 0 for nothing any more. */
    record Quote(int enquiry) implements Showing {}

    /** Shows what somebody tried. */
    record Present(ParticipantId participant) implements Showing {}

    /** Has the run of a training wait, go on or end; nothing if another is shown by now. */
    record Hold(String run, Scene.Progress progress) implements Showing {}

    /** Has a training begin anew; nothing if another run is shown by now. */
    record Again(String run) implements Showing {}

    /**
     * Points at a place of the plot.
     *
     * @param hand the window that points
     * @param at null if nowhere any more
     */
    record Aim(String hand, Point at) implements Showing {

        public Aim {
            checkName(hand);
            if (at != null && !(Double.isFinite(at.x1()) && Double.isFinite(at.x2()))) {
                throw new ClassroomException("That is no place of the plot.");
            }
        }
    }

    /**
     * Looks at a part of the plot's plane.
     *
     * @param hand the window that looks
     * @param view least and greatest x1, least and greatest x2; null for all of the race
     */
    record Look(String hand, List<Double> view) implements Showing {

        public Look {
            checkName(hand);
            boolean part = view == null
                    || view.size() == 4
                            && view.stream().allMatch(edge -> edge != null && Double.isFinite(edge))
                            && view.get(0) < view.get(1)
                            && view.get(2) < view.get(3);
            if (!part) {
                throw new ClassroomException("That is no part of the plot.");
            }
        }
    }

    /** Of a window, or of a stroke. */
    private static void checkName(String name) {
        int longest = 60;
        if (name == null || name.isEmpty() || name.length() > longest) {
            throw new ClassroomException("Such a name has 1 to " + longest + " characters.");
        }
    }

    /**
     * Draws a stroke on, or begins it.
     *
     * @param from which of the stroke's points the first one is
     * @param places x1 and x2 of each point in turn
     */
    record Pen(String stroke, int from, List<Double> places) implements Showing {

        /** Points drawn at once, at most. */
        static final int MOST = 100;

        public Pen {
            checkName(stroke);
            if (places == null || places.isEmpty() || places.size() % 2 != 0 || places.size() > 2 * MOST) {
                throw new ClassroomException("A pen draws 1 to " + MOST + " points at once.");
            }
            if (from < 0 || from > Ink.MOST_POINTS
                    || places.stream().anyMatch(place -> place == null || !Double.isFinite(place))) {
                throw new ClassroomException("That is no part of a stroke.");
            }
            places = List.copyOf(places);
        }
    }

    /** Takes away what was drawn: the last stroke, or all. */
    record Wipe(boolean all) implements Showing {}

    /** Has the run computed again if it is gone. */
    record Renew() implements Showing {}

    // Keeping: several things as one

    /**
     * Does several things as one, in their order: by one commit, and seen together.
     *
     * @param parts some, {@value #MOST} at most
     */
    record Together(List<Part> parts) implements Keeping {

        static final int MOST = 20;

        public Together {
            if (parts == null || parts.isEmpty() || parts.size() > MOST || parts.stream().anyMatch(Objects::isNull)) {
                throw new ClassroomException("1 to " + MOST + " things are done as one.");
            }
            parts = List.copyOf(parts);
        }

        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            Kept now = kept;
            for (Part part : parts) {
                now = part instanceof Keeping keeping ? keeping.of(now) : now;
            }
            return now;
        }
    }

    // Keeping: questions

    /**
     * Asks, of what is led or beside it.
     *
     * @param peer whether it is talked over and voted on twice
     * @param time null as a server of an earlier version says
     */
    record Ask(Question question, Experiment experiment, boolean peer, Instant time) implements Keeping, Part {
        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            if (kept.poll().isPresent()) {
                throw new ClassroomException("There is a question already. Put it away first.");
            }
            question.check(experiment);
            int number = kept.polls().size() + 1;
            return kept.with(Poll.asked(number, question, experiment, peer))
                    .journal(kept.journal().with(time, Moment.Kind.QUESTION, String.valueOf(number)))
                    .trying(Optional.empty());
        }
    }

    /** Takes no more votes. */
    record CloseVotes() implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return polled(kept, poll -> poll.stage() == Poll.Stage.OPEN ? poll.at(Poll.Stage.CLOSED) : poll);
        }
    }

    /** Shows what was voted. */
    record ShowVotes() implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return polled(kept, poll -> poll.decided() ? poll : poll.at(Poll.Stage.SHOWN));
        }
    }

    /** Has the class vote once more. */
    record VoteAgain() implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return polled(kept, poll -> {
                if (poll.decided()) {
                    throw new ClassroomException("The truth is known: there is nothing left to vote on.");
                }
                if (poll.round() == Poll.MOST_ROUNDS) {
                    throw new ClassroomException(
                            "This was voted on " + Poll.MOST_ROUNDS + " times, the most there may be.");
                }
                List<Map<ParticipantId, Ballot>> rounds = new ArrayList<>(poll.rounds());
                rounds.add(Map.of());
                return poll.withRounds(rounds).at(Poll.Stage.OPEN);
            });
        }
    }

    /** Shows what the race does. */
    record Run() implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return polled(kept, poll -> {
                if (!poll.isOfRace()) {
                    throw new ClassroomException("No race says what is right here.");
                }
                return poll.decided() ? poll : poll.at(Poll.Stage.RUN);
            });
        }
    }

    /**
     * Says who was right; nothing if another question is asked by now.
     *
     * @param truth of a race; null of a question that says itself what is right
     */
    record Reveal(int poll, Truth truth) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return polled(kept, asked -> {
                if (asked.number() != poll) {
                    return asked;
                }
                if (!asked.isScored()) {
                    throw new ClassroomException("Nothing is right or wrong here: put the question away.");
                }
                return (truth == null ? asked : asked.withTruth(truth)).at(Poll.Stage.REVEALED);
            });
        }
    }

    /** Puts the question away. */
    record PutAway() implements Keeping, Part {
        @Override
        public Kept of(Kept kept) {
            return polled(kept, poll -> poll.at(Poll.Stage.OVER));
        }
    }

    /** Has a written answer not shown, or shown again. */
    record Strike(int poll, String answer, boolean on) implements Keeping {

        private static final int MOST = 90;

        /** Characters of all of them on lines of their own, at most. */
        private static final int LONGEST = 20_000;

        @Override
        public Kept of(Kept kept) {
            if (AnswerText.shown(answer).isEmpty()) {
                throw new ClassroomException("That is nothing that somebody could have written.");
            }
            return polled(kept, asked -> asked.number() == poll ? bounded(asked.striking(answer, on)) : asked);
        }

        private Poll bounded(Poll asked) {
            int length = asked.struck().stream().mapToInt(each -> each.length() + 1).sum();
            if (on && (asked.struck().size() > MOST || length > LONGEST)) {
                throw new ClassroomException(
                        MOST + " answers of " + LONGEST + " characters in all may be not shown at most: put the question away.");
            }
            return asked;
        }
    }

    private static Kept polled(Kept kept, UnaryOperator<Poll> next) {
        kept.checkOpen();
        return kept.with(next.apply(kept.asked()));
    }

    // Keeping: what everyone tries

    /** Asks everyone to pick a start or a rate. */
    record TryOut(TryTask task, Instant time) implements Keeping, Part {
        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            if (kept.questionHidesRun()) {
                throw new ClassroomException("A question is open: show its truth, or put it away, first.");
            }
            return kept.trying(Optional.of(task))
                    .withoutTries()
                    .journal(kept.journal().with(time, Moment.Kind.TRY, Moment.tried(task)));
        }
    }

    /** Ends what everyone tries. */
    record EndTry() implements Keeping, Part {
        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            return kept.trying(Optional.empty());
        }
    }

    /** Puts away what was tried, as it belongs to another surface than what is led now. */
    record ForgetTries() implements Keeping, Part {
        @Override
        public Kept of(Kept kept) {
            return kept.withoutTries();
        }
    }

    /**
     * Notes what a teacher did with the class that changes nothing of what is kept.
     *
     * @param what as {@link Moment} has it
     */
    record Note(Moment.Kind kind, String what, Instant time) implements Keeping, Part {
        @Override
        public Kept of(Kept kept) {
            return kept.closed().isPresent() ? kept : kept.journal(kept.journal().with(time, kind, what));
        }

        @Override
        public Topic topic() {
            return Topic.CLASS;
        }
    }

    // Keeping: people

    /** Sends somebody out, or lets them in again. */
    record Admit(ParticipantId participant, boolean in) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return person(kept, participant, person -> person.removed(!in));
        }
    }

    /** Takes up what was prepared; null for nothing. */
    record Prepare(String text) implements Keeping {

        /** Characters of it, at most. */
        static final int LONGEST = 600_000;

        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            if (text != null && text.length() > LONGEST) {
                throw new ClassroomException("That has " + text.length() + " characters; allowed: " + LONGEST + " at most.");
            }
            if (text != null && !Characters.areWhole(text)) {
                throw new ClassroomException("That holds a character that is none, of code 0 or half of a pair: it cannot be kept.");
            }
            return kept.agenda(Optional.ofNullable(text).map(whole -> new Agenda(whole, -1)));
        }

        @Override
        public Topic topic() {
            return Topic.CLASS;
        }
    }

    /**
     * Goes from one step of what was prepared to another, unless it has gone elsewhere by now.
     *
     * @param title of that other; null as a server of an earlier version says
     */
    record Turn(int from, int to, String title, Instant time) implements Keeping, Part {
        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            return kept.agenda()
                    .filter(agenda -> agenda.at() == from)
                    .map(agenda -> kept.agenda(Optional.of(agenda.at(to)))
                            .journal(kept.journal().with(time, Moment.Kind.STEP, Objects.requireNonNullElse(title, ""))))
                    .orElse(kept);
        }

        @Override
        public Topic topic() {
            return Topic.CLASS;
        }
    }

    /** Lets nobody new in, or lets them. */
    record Lock(boolean on) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            return kept.locked(on);
        }
    }

    /** Takes somebody's nickname away. */
    record TakeName(ParticipantId participant) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return person(kept, participant, person -> person.named(new Nickname("Guest " + person.number())));
        }
    }

    private static Kept person(Kept kept, ParticipantId id, UnaryOperator<Participant> change) {
        Participant person = kept.participants().get(id);
        if (person == null) {
            throw new ClassroomException("They have left the room.");
        }
        return kept.with(change.apply(person));
    }

    /**
     * Takes a seat, or the one that was had before, under a new name.
     *
     * @param id of the seat, if it is new
     * @param client from where they come
     */
    record Join(ParticipantId id, LearnerId learner, Nickname nickname, Client client, Instant time) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            Optional<Participant> before = kept.of(learner);
            if (before.filter(Participant::removed).isPresent()) {
                throw new ClassroomException(
                        "The teacher has closed this room to you. Ask them to let you in again.");
            }
            if (before.isEmpty() && kept.locked()) {
                throw new ClassroomException("This room is locked: nobody new comes in. Ask your teacher to open it.");
            }
            kept.participants().values().stream()
                    .filter(other -> !other.learner().equals(learner) && other.nickname().looksLike(nickname))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new ClassroomException("Somebody here is called " + other.nickname() + " already"
                                + (other.nickname().equals(nickname) ? "" : ", which looks like " + nickname)
                                + ". Take another name.");
                    });
            if (before.isEmpty() && kept.participants().size() >= Rooms.MOST_PARTICIPANTS) {
                throw new ClassroomException("This room is full: " + Rooms.MOST_PARTICIPANTS
                        + " people, the most it takes, have joined.");
            }
            return kept.with(before.map(known -> known.named(nickname)).orElseGet(() ->
                    new Participant(id, learner, kept.nextNumber(), nickname, time, false)));
        }
    }

    // Keeping: what the class says

    /** Asks something of the teacher. */
    record Enquire(ParticipantId participant, String text, Instant time) implements Voice {
        @Override
        public Kept of(Kept kept) {
            kept.checkSeated(participant);
            return kept.journal(kept.journal().asked(participant, text, time));
        }
    }

    /** Would like to know too what somebody asked, or not any more. */
    record Support(ParticipantId participant, int enquiry, boolean on) implements Voice {
        @Override
        public Kept of(Kept kept) {
            kept.checkSeated(participant);
            return kept.journal(kept.journal().changed(enquiry, one ->
                    one.state() != Enquiry.State.OPEN || one.by().equals(participant) ? one : one.backed(participant, on)));
        }
    }

    /** Says what becomes of something that was asked. */
    record Settle(int enquiry, Enquiry.State state) implements Voice {
        @Override
        public Kept of(Kept kept) {
            kept.checkOpen();
            return kept.journal(kept.journal().changed(enquiry, one -> one.at(state)));
        }
    }

    /** Cannot follow. */
    record Lose(ParticipantId participant, Instant time) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            kept.checkSeated(participant);
            return kept.journal(kept.journal().lost(participant, time));
        }

        @Override
        public Topic topic() {
            return Topic.CLASS;
        }
    }

    /** Of what the class asks. */
    sealed interface Voice extends Keeping {
        @Override
        default Topic topic() {
            return Topic.VOICES;
        }
    }

    /**
     * Votes, in place of an earlier vote of that round.
     *
     * @param sure how sure they are; null if they did not say
     */
    record Cast(ParticipantId participant, int poll, int round, String answer, Sureness sure) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            kept.checkSeated(participant);
            Poll asked = kept.poll()
                    .filter(current -> current.number() == poll)
                    .orElseThrow(() -> new ClassroomException("That question is over."));
            if (asked.stage() != Poll.Stage.OPEN || asked.round() != round) {
                throw new ClassroomException("The vote is closed.");
            }
            return kept.with(asked.voted(
                    participant,
                    new Ballot(Vote.read(asked.question(), asked.experiment(), answer), Optional.ofNullable(sure))));
        }

        @Override
        public Topic topic() {
            return Topic.CLASS;
        }
    }

    /** Hands in what was tried, in place of what was before. */
    record HandIn(ParticipantId participant, SurfaceExperiment tried) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            kept.checkSeated(participant);
            kept.task().ifPresent(task -> task.check(tried));
            if (tried.steps() > TryTask.MOST_STEPS || tried.runs().isEmpty() || !EncodedQuery.fits(tried.query())) {
                throw new ClassroomException("This cannot be shared; allowed: a race of 1 to "
                        + SurfaceExperiment.MOST_RUNS + " optimizers and at most " + TryTask.MOST_STEPS + " steps.");
            }
            tried.undefined().ifPresent(problem -> {
                throw new ClassroomException(problem.sentence());
            });
            return kept.tried(participant, tried);
        }

        @Override
        public Topic topic() {
            return Topic.CLASS;
        }
    }

    /** Leaves, with nickname, votes and what was tried. */
    record Leave(ParticipantId participant) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return kept.without(participant);
        }
    }

    /** Closes the room, unless it was closed before. */
    record Close(Instant time) implements Keeping {
        @Override
        public Kept of(Kept kept) {
            return kept.closedAt(time);
        }
    }
}
