package descentlab.classroom;

import descentlab.experiment.SurfaceExperiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question that a class is or was asked.
 *
 * @param number in the order of asking, from 1
 * @param experiment whose run is the truth
 * @param stage how far it is
 * @param rounds who voted what, by round; the last one is the current
 * @param truth once it is known; shown to nobody before {@link Stage#REVEALED}
 */
public record Poll(
        int number,
        Question question,
        SurfaceExperiment experiment,
        Stage stage,
        List<Map<ParticipantId, Vote>> rounds,
        Optional<Truth> truth) {

    /** Most times that one question is voted on. */
    public static final int MOST_ROUNDS = 3;

    /** How far a question is. */
    public enum Stage {
        /** Votes are taken; nobody sees them. */
        OPEN,
        /** No more votes are taken; nobody sees them yet. */
        CLOSED,
        /** All see the votes, nobody the truth. */
        SHOWN,
        /** All see the race run; who was right is not said before it is over. */
        RUN,
        /** All see votes and truth. */
        REVEALED,
        /** Put away. */
        OVER
    }

    public Poll {
        rounds = rounds.stream().map(Map::copyOf).toList();
    }

    /** The current round, from 1. */
    public int round() {
        return rounds.size();
    }

    /** Whether the experiment's run must not be seen yet. */
    public boolean hidesRun() {
        return stage == Stage.OPEN || stage == Stage.CLOSED || stage == Stage.SHOWN;
    }

    /** Whether the class sees what was voted. */
    public boolean votesShown() {
        return stage == Stage.SHOWN || stage == Stage.RUN || stage == Stage.REVEALED;
    }

    public boolean revealed() {
        return stage == Stage.REVEALED;
    }

    /** Whether there is nothing left to vote on: the race has been seen. */
    public boolean decided() {
        return !hidesRun();
    }

    /** Whether its truth is for all to see, and known. */
    public boolean isSettled() {
        return truth.isPresent() && (revealed() || stage == Stage.OVER);
    }

    /** Whether its truth is for all to see and not known: it follows from the experiment, and is not kept. */
    boolean lacksTruth() {
        return truth.isEmpty() && (revealed() || stage == Stage.OVER);
    }

    /** What somebody voted last, in whichever round. */
    public Optional<Vote> lastVoteOf(ParticipantId participant) {
        return rounds.reversed().stream()
                .filter(round -> round.containsKey(participant))
                .map(round -> round.get(participant))
                .findFirst();
    }

    /** The votes of the current round. */
    public Map<ParticipantId, Vote> votes() {
        return rounds.getLast();
    }

    /** What somebody voted in the current round, if they did. */
    public Optional<Vote> voteOf(ParticipantId participant) {
        return Optional.ofNullable(votes().get(participant));
    }

    /** What has been voted, counted. */
    public Tally tally() {
        return Tally.of(this);
    }

    Poll at(Stage next) {
        return new Poll(number, question, experiment, next, rounds, truth);
    }

    Poll withRounds(List<Map<ParticipantId, Vote>> others) {
        return new Poll(number, question, experiment, stage, others, truth);
    }

    /** With somebody's vote in the current round, in place of an earlier one. */
    Poll voted(ParticipantId voter, Vote vote) {
        List<Map<ParticipantId, Vote>> others = new ArrayList<>(rounds);
        Map<ParticipantId, Vote> votes = new HashMap<>(others.removeLast());
        votes.put(voter, vote);
        others.add(votes);
        return withRounds(others);
    }

    Poll withTruth(Truth known) {
        return new Poll(number, question, experiment, stage, rounds, Optional.of(known));
    }
}
