package descentlab.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

interface TeacherLinkRepository extends Repository<TeacherLink, String> {

    Optional<TeacherLink> findById(String id);

    List<TeacherLink> findByKindAndUsedIsNullOrderByExpires(TeacherLink.Kind kind);

    /** Marks a link as used; 0 if another was faster, or it is not open. */
    @Modifying
    @Query("update teacher_link set used = :now where id = :id and used is null and expires > :now")
    int use(String id, Instant now);

    @Modifying
    @Query("delete from teacher_link where kind = 'SETUP' and used is null")
    void deleteOpenSetups();

    @Modifying
    @Query("delete from teacher_link where id = :id and kind = 'INVITATION' and used is null")
    void deleteInvitation(String id);

    /** Forgets the links that ended before then. */
    @Modifying
    @Query("delete from teacher_link where expires < :then")
    void deleteExpired(Instant then);
}
