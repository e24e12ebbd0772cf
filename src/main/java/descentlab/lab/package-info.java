/** The pages of the three labs. They bind and lay out; what an experiment may be is said in {@code experiment}. */
package descentlab.lab;
