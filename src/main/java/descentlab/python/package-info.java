/**
 * Experiments as programs: for each of the labs' experiments a short script in Python that a student can read, run and
 * change, and that prints the lab's own numbers. Everything in a script comes from parsed experiments, numbers and texts of
 * this room, none of it from what somebody typed.
 */
package descentlab.python;
