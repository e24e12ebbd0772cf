package descentlab.classroom;

import descentlab.experiment.Experiment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question that a class is or was asked.
 *
 * @param number in the order of asking, from 1
 * @param experiment that was shown; of a race its run is the truth
 * @param peer whether all vote, saying how sure they are, talk it over before they have seen any votes, and vote again
 * @param stage how far it is
 * @param rounds who voted what, by round; the last one is the current
 * @param struck written answers that are not to be shown, by what makes two of them the same
 * @param truth once it is known; shown to nobody before {@link Stage#REVEALED}
 */
public record Poll(
        int number,
        Question question,
        Experiment experiment,
        boolean peer,
        Stage stage,
        List<Map<ParticipantId, Ballot>> rounds,
        Set<String> struck,
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
        struck = Set.copyOf(struck);
        truth = question instanceof OwnQuestion own ? own.kind().truth() : truth;
    }

    /** One that was just asked. */
    static Poll asked(int number, Question question, Experiment experiment, boolean peer) {
        return new Poll(number, question, experiment, peer, Stage.OPEN, List.of(Map.of()), Set.of(), Optional.empty());
    }

    /** The question in words, which may be Markdown if it is one of a teacher's own. */
    public String text() {
        return question.text(experiment);
    }

    /** What can be chosen, or nothing where something else is asked for. */
    public List<String> options() {
        return question.options(experiment);
    }

    /** Whether a race says what is right. */
    public boolean isOfRace() {
        return question instanceof Question.OfRace;
    }

    /** Whether anything is right. */
    public boolean isScored() {
        return isOfRace() || truth.isPresent();
    }

    /** Whether all are to talk it over with each other before they vote again. */
    public boolean discussed() {
        return peer && stage == Stage.CLOSED && round() == 1;
    }

    /** The current round, from 1. */
    public int round() {
        return rounds.size();
    }

    /** Whether the experiment's run must not be seen yet. */
    public boolean hidesRun() {
        return isOfRace() && !decided();
    }

    /** Whether the class sees what was voted. */
    public boolean votesShown() {
        return stage == Stage.SHOWN || stage == Stage.RUN || stage == Stage.REVEALED;
    }

    public boolean revealed() {
        return stage == Stage.REVEALED;
    }

    /** Whether there is nothing left to vote on: the race, or what is right, has been seen. */
    public boolean decided() {
        return stage == Stage.RUN || stage == Stage.REVEALED || stage == Stage.OVER;
    }

    /** Whether its truth is for all to see, and known. */
    public boolean isSettled() {
        return truth.isPresent() && (revealed() || stage == Stage.OVER);
    }

    /** Whether its truth is for all to see and not known: it follows from the experiment, and is not kept. */
    boolean lacksTruth() {
        return isOfRace() && truth.isEmpty() && (revealed() || stage == Stage.OVER);
    }

    /** What somebody voted last, in whichever round. */
    public Optional<Vote> lastVoteOf(ParticipantId participant) {
        return rounds.reversed().stream()
                .filter(round -> round.containsKey(participant))
                .map(round -> round.get(participant).vote())
                .findFirst();
    }

    /** The votes of the current round. */
    public Map<ParticipantId, Ballot> votes() {
        return rounds.getLast();
    }

    /** What somebody voted in the current round, if they did. */
    public Optional<Vote> voteOf(ParticipantId participant) {
        return ballotOf(participant).map(Ballot::vote);
    }

    /** What somebody voted in the current round, and how sure they are. */
    public Optional<Ballot> ballotOf(ParticipantId participant) {
        return Optional.ofNullable(votes().get(participant));
    }

    /** What has been voted, counted. */
    public Tally tally() {
        return Tally.of(this);
    }

    Poll at(Stage next) {
        return new Poll(number, question, experiment, peer, next, rounds, struck, truth);
    }

    Poll withRounds(List<Map<ParticipantId, Ballot>> others) {
        return new Poll(number, question, experiment, peer, stage, others, struck, truth);
    }

    /** With somebody's vote in the current round, in place of an earlier one. */
    Poll voted(ParticipantId voter, Ballot ballot) {
        List<Map<ParticipantId, Ballot>> others = new ArrayList<>(rounds);
        Map<ParticipantId, Ballot> votes = new HashMap<>(others.removeLast());
        votes.put(voter, ballot);
        others.add(votes);
        return withRounds(others);
    }

    /** Without a written answer among what is shown, or with it again. */
    Poll striking(String answer, boolean on) {
        Set<String> others = new HashSet<>(struck);
        String key = AnswerText.key(AnswerText.shown(answer));
        if (on) {
            others.add(key);
        } else {
            others.remove(key);
        }
        return new Poll(number, question, experiment, peer, stage, rounds, others, truth);
    }

    /** Whether the teacher has taken a written answer away. */
    public boolean isStruck(String answer) {
        return struck.contains(AnswerText.key(answer));
    }

    /** The written answers that were taken away, each as somebody wrote it. */
    public List<String> struckAnswers() {
        return Groups.struck(this);
    }

    Poll withTruth(Truth known) {
        return new Poll(number, question, experiment, peer, stage, rounds, struck, Optional.of(known));
    }
}
