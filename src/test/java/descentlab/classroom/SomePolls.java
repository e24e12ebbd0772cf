package descentlab.classroom;

import descentlab.experiment.Experiment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Questions with votes, as a room would have them. */
final class SomePolls {

    private SomePolls() {}

    static Poll of(
            int number,
            Question question,
            Experiment experiment,
            Poll.Stage stage,
            List<Map<ParticipantId, Vote>> rounds,
            Optional<Truth> truth) {
        return new Poll(
                number,
                question,
                experiment,
                false,
                stage,
                rounds.stream()
                        .map(round -> round.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Ballot.of(entry.getValue()))))
                        .toList(),
                Set.of(),
                truth);
    }
}
