/** What learners have done, stored. Other rooms ask {@link descentlab.progress.Progress}, never the tables. */
package descentlab.progress;
