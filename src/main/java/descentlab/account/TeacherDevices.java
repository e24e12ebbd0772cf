package descentlab.account;

import descentlab.client.Acquaintance;
import descentlab.client.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Timestamp;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/**
 * The browsers in which teachers have signed in. One may be several teachers', as in a staff room. Of each teacher the
 * {@value #MOST} that were used last are known.
 */
@Component
class TeacherDevices implements SessionAuthenticationStrategy, Acquaintance {

    static final int MOST = 20;

    private static final Logger LOG = LoggerFactory.getLogger(TeacherDevices.class);

    private final JdbcClient jdbc;

    TeacherDevices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether that teacher has signed in there. */
    boolean knows(Secret device, TeacherId teacher) {
        return jdbc.sql("select count(*) from teacher_device where id = ? and teacher = ?")
                        .params(device.id(), teacher.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keeps that a teacher has signed in there now. */
    void keep(Secret device, TeacherId teacher, Instant now) {
        Timestamp used = Timestamp.from(now);
        int known = jdbc.sql("update teacher_device set used = ? where id = ? and teacher = ?")
                .params(used, device.id(), teacher.value())
                .update();
        if (known == 0) {
            try {
                jdbc.sql("insert into teacher_device (id, teacher, used) values (?, ?, ?)")
                        .params(device.id(), teacher.value(), used)
                        .update();
            } catch (DuplicateKeyException anotherTab) {
                // was faster
            }
            jdbc.sql("delete from teacher_device where teacher = ? and id not in"
                            + " (select id from teacher_device where teacher = ? order by used desc, id limit ?)")
                    .params(teacher.value(), teacher.value(), MOST)
                    .update();
        }
    }

    @Override
    public void onAuthentication(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        if (authentication.getPrincipal() instanceof Teacher teacher) {
            Secret device = DeviceCookie.read(request).orElseGet(Secret::random);
            try {
                keep(device, teacher.id(), Instant.now());
                DeviceCookie.write(request, response, device);
            } catch (DataAccessException notNow) {
                LOG.warn("a device of a teacher could not be kept: {}", notNow.getMessage());
            }
        }
    }

    @Override
    public String recognize(HttpServletRequest request) {
        return DeviceCookie.read(request)
                .filter(device -> jdbc.sql("select count(*) from teacher_device where id = ?")
                                .param(device.id())
                                .query(Integer.class)
                                .single()
                        > 0)
                .map(device -> "device " + device.id())
                .orElse(null);
    }
}
