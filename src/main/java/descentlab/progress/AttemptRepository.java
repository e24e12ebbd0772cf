package descentlab.progress;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<Attempt, Long> {

    Attempt save(Attempt attempt);

    boolean existsByLearnerAndSubmission(String learner, String submission);

    long countByLearner(String learner);

    List<Attempt> findByLearnerInAndSolvedAndMadeAfter(Collection<String> learners, boolean solved, Instant time);

    List<Attempt> findByLearnerOrderById(String learner);
}
