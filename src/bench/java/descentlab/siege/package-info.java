/**
 * A small server under attack while a class is at work on it: {@code ./lab siege}. Whoever attacks comes from addresses of
 * this computer, is bounded in count and time, and does nothing to any other computer.
 */
package descentlab.siege;
