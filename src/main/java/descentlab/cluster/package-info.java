/** The servers of one lab: what they may know of each other, and say to each other. */
package descentlab.cluster;
