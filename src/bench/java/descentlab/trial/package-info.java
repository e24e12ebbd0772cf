/** A class in a room of three servers, while servers are killed, stopped and cut off, and their database is away. */
package descentlab.trial;
