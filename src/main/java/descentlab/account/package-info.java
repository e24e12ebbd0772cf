/**
 * Teachers' accounts and sign-in. Other rooms ask {@link descentlab.account.SignedIn} who is at the browser and
 * {@link descentlab.account.Teachers} who there is, never the tables. Students need none of it.
 */
package descentlab.account;
