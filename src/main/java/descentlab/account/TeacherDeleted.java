package descentlab.account;

/**
 * An application event: a teacher's account is being deleted. It is published within the transaction that deletes it,
 * so that what a plain {@code @EventListener} deletes goes with it, or stays with it if either fails.
 */
public record TeacherDeleted(TeacherId teacher) {}
