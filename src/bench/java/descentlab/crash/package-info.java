/** A server that is killed while it writes, again and again, and what is there afterwards: {@code ./lab crash}. */
package descentlab.crash;
