package descentlab.classroom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What happened in a room by the clock, and what the class said of it beside votes.
 *
 * @param moments what the teacher did, in order
 * @param lost who could not follow when, in order
 * @param enquiries what the class asks, in order
 */
public record Journal(List<Moment> moments, List<Lost> lost, List<Enquiry> enquiries) {

    /** Moments of a room, at most; more are not kept. */
    static final int MOST_MOMENTS = 1000;

    /** How often somebody can be lost in a room. */
    static final int MOST_LOST = 60;

    /** Questions of a class, at most. */
    static final int MOST_ENQUIRIES = 400;

    /** Those of one of them that wait, at most. */
    static final int MOST_OPEN = 5;

    static final Journal NOTHING = new Journal(List.of(), List.of(), List.of());

    public Journal {
        moments = List.copyOf(moments);
        lost = List.copyOf(lost);
        enquiries = List.copyOf(enquiries);
    }

    /** @param at null as a server of an earlier version says: then it is not noted */
    Journal with(Instant at, Moment.Kind kind, String what) {
        return at == null || moments.size() >= MOST_MOMENTS
                ? this
                : new Journal(plus(moments, new Moment(at, kind, what)), lost, enquiries);
    }

    /** @throws ClassroomException if they say so too often */
    Journal lost(ParticipantId who, Instant at) {
        List<Lost> theirs = lost.stream().filter(one -> one.by().equals(who)).toList();
        if (theirs.size() >= MOST_LOST) {
            throw new ClassroomException("Your teacher knows: you have said so " + MOST_LOST + " times. Ask a question.");
        }
        return theirs.isEmpty() || !theirs.getLast().at().plus(Lost.AGAIN).isAfter(at)
                ? new Journal(moments, plus(lost, new Lost(who, at)), enquiries)
                : this;
    }

    /** @throws ClassroomException if it is no question, or there are too many */
    Journal asked(ParticipantId who, String typed, Instant at) {
        String text = AnswerText.shown(typed.substring(0, Math.min(typed.length(), 4 * Enquiry.LONGEST)));
        if (text.isEmpty() || text.codePointCount(0, text.length()) > Enquiry.LONGEST) {
            throw new ClassroomException("That cannot be asked; allowed: 1 to " + Enquiry.LONGEST + " characters.");
        }
        if (enquiries.stream().anyMatch(one -> one.state() == Enquiry.State.OPEN && AnswerText.key(one.text()).equals(AnswerText.key(text)))) {
            throw new ClassroomException("That is asked already: vote for it.");
        }
        if (enquiries.stream().filter(one -> one.by().equals(who) && one.state() == Enquiry.State.OPEN).count() >= MOST_OPEN) {
            throw new ClassroomException("You have " + MOST_OPEN + " questions that wait, the most there may be.");
        }
        if (enquiries.size() >= MOST_ENQUIRIES) {
            throw new ClassroomException("This class has asked " + MOST_ENQUIRIES + " questions, the most it may.");
        }
        int number = 1 + enquiries.stream().mapToInt(Enquiry::number).max().orElse(0);
        return new Journal(
                moments, lost, plus(enquiries, new Enquiry(number, who, at, text, Set.of(), Enquiry.State.OPEN)));
    }

    /** With another in place of one of that number, if there is one. */
    Journal changed(int number, UnaryOperator<Enquiry> change) {
        return new Journal(
                moments, lost, enquiries.stream().map(one -> one.number() == number ? change.apply(one) : one).toList());
    }

    /** Without what somebody said. */
    Journal without(ParticipantId who) {
        return new Journal(
                moments,
                lost.stream().filter(one -> !one.by().equals(who)).toList(),
                enquiries.stream().filter(one -> !one.by().equals(who)).map(one -> one.backed(who, false)).toList());
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return longer;
    }
}
