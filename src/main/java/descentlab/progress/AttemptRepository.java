package descentlab.progress;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AttemptRepository extends Repository<Attempt, Long> {

    Attempt save(Attempt attempt);

    boolean existsByLearnerAndSubmission(String learner, String submission);

    long countByLearner(String learner);

    List<Attempt> findByLearnerOrderById(String learner);
}
