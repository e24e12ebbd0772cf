/** Looking for a learning rate: what is tried, and what can be concluded from it. Knows losses and rates, and nothing of who trains. */
package descentlab.tuning;
