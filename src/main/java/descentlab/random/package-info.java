/** Random numbers that are the same on every machine, a stream for each purpose. */
package descentlab.random;
