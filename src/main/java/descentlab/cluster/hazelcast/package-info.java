/** The engine of several servers: Hazelcast, embedded in each. No other room knows it. */
package descentlab.cluster.hazelcast;
