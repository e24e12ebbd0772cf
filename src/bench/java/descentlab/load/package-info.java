/**
 * A class at work, simulated at the protocol level against the built application on this computer: {@code ./lab load}.
 */
package descentlab.load;
