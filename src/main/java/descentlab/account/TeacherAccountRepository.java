package descentlab.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.Repository;

interface TeacherAccountRepository extends Repository<TeacherAccount, UUID> {

    Optional<TeacherAccount> findById(UUID id);

    Optional<TeacherAccount> findByNameKey(String nameKey);

    List<TeacherAccount> findByOrderByNameKey();

    /** All of them, whom nobody else can change until the transaction ends. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    List<TeacherAccount> findByOrderById();

    long count();

    void deleteById(UUID id);

    /** Sets another hash, unless the one that was read is no longer there. */
    @Modifying
    @Query("update teacher_account set password = :password where id = :id and password = :before")
    int changePassword(UUID id, String before, String password);
}
