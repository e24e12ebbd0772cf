package descentlab.account;

import java.time.Instant;

/**
 * An invitation that nobody has used yet. Its secret is known to its link alone.
 *
 * @param id to revoke it by
 * @param by the name of the teacher who made it
 * @param expires until when it can be used
 */
public record OpenInvitation(String id, String by, Instant expires) {}
