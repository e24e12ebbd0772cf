package descentlab.classroom;

import descentlab.experiment.Experiment;
import java.util.List;
import java.util.Optional;

/**
 * A room at one moment.
 *
 * @param open whether it has not been closed
 * @param locked whether nobody new comes in
 * @param led what is led
 * @param following whether all follow the teacher, rather than explore freely
 * @param frozen whether all are asked to look up
 * @param poll the question being asked, if any
 * @param tally its votes counted, once they are shown to all
 * @param task what everyone tries, if anything
 * @param aside whether a training or somebody's run is shown for a while in place of the teacher's race
 * @param named whether what everyone tries is shown with names
 * @param drawn whether the ways of what everyone tries are drawn over the race
 * @param participants who has joined, in that order, those sent out too
 * @param here how many of them are connected
 * @param tries what was handed in, in the order of joining
 * @param written whether the room could be written when that was last tried
 * @param agenda what the teacher has prepared, if anything
 * @param countdown what is counted down, if anything
 * @param visit the page that all are asked to open, if any
 * @param wall what stands on the wall beside what is led
 * @param journal what happened when, and what the class said of it
 */
public record Board(
        boolean open,
        boolean locked,
        Experiment led,
        boolean following,
        boolean frozen,
        Optional<Poll> poll,
        Optional<Tally> tally,
        Optional<TryTask> task,
        boolean aside,
        boolean named,
        boolean drawn,
        List<Participant> participants,
        int here,
        List<Tried> tries,
        boolean written,
        Optional<Agenda> agenda,
        Optional<Countdown> countdown,
        Optional<String> visit,
        OnWall wall,
        Journal journal) {

    /** Participants who have not been sent out. */
    public List<Participant> seated() {
        return participants.stream().filter(participant -> !participant.removed()).toList();
    }
}
