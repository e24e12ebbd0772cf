package descentlab.progress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface PartStateRepository extends Repository<PartState, Long> {

    PartState save(PartState state);

    Optional<PartState> findByLearnerAndExerciseAndPart(String learner, String exercise, String part);

    List<PartState> findByLearnerOrderById(String learner);

    List<PartState> findByLearnerIn(Collection<String> learners);

    List<PartState> findByLearnerAndExercise(String learner, String exercise);
}
