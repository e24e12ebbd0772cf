/**
 * Exercises as data plus a checker. Knows neither the interface nor where progress is kept; what must be run again to
 * be checked is said here and run by the caller.
 */
package descentlab.exercise;
