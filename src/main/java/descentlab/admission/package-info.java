/**
 * Who may open a page: bounds the pages and sessions that a client, and all together, make the server keep, and lets go
 * of those that nobody looks at. Other rooms need not know of it.
 */
package descentlab.admission;
