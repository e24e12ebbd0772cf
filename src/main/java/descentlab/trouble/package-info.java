/** What the log and an answer say where something went wrong, the same for pages and for programs. */
package descentlab.trouble;
