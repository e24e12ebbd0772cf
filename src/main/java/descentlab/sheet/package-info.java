/** Exercises on paper: sheets with blanks, each with numbers of its own, and their solutions for teachers. */
package descentlab.sheet;
