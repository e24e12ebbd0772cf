package descentlab.progress;

import java.util.Optional;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface LearnerRepository extends Repository<Learner, String> {

    /** The learner, whom nobody else can lock until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    Optional<Learner> findById(String id);

    boolean existsById(String id);

    void deleteById(String id);
}
