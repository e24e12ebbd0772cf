package descentlab.operator;

import descentlab.audit.Audit;
import descentlab.audit.Deed;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** Makes a backup when an operator posts to it; the answer says where it is. */
@WebEndpoint(id = "backup")
class BackupEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(BackupEndpoint.class);
    private static final int CONFLICT = 409;

    private final Backups backups;
    private final Audit audit;

    BackupEndpoint(Backups backups, Audit audit) {
        this.backups = backups;
        this.audit = audit;
    }

    @WriteOperation
    WebEndpointResponse<Map<String, Object>> make() {
        try {
            Backups.Made made = backups.make();
            audit.note(Deed.BACKUP_MADE, "", Map.of("file", made.file().getFileName().toString()));
            return new WebEndpointResponse<>(Map.of("file", made.file().toString(), "bytes", made.bytes()));
        } catch (Backups.Refused refused) {
            return new WebEndpointResponse<>(Map.of("refused", refused.getMessage()), CONFLICT);
        } catch (SQLException | IOException failed) {
            LOG.error("A backup could not be made", failed);
            return new WebEndpointResponse<>(
                    Map.of("failed", "No backup was made: " + failed.getMessage()),
                    WebEndpointResponse.STATUS_INTERNAL_SERVER_ERROR);
        }
    }
}
