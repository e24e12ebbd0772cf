/** Files that learners give to learn from: kept by their content, read within bounds, shown and forgotten. */
package descentlab.owndata;
