/**
 * Who did what that an operator may have to answer for: sign-ins, invitations, rooms, backups. Nothing of students is
 * said here, but that one was sent out. A room that does such a thing says so to {@link descentlab.audit.Audit}.
 */
package descentlab.audit;
