/**
 * The language of update rules: {@code s = s + g^2; x = x - lr*g/sqrt(s + eps)}. How a rule is read, what it means, and how
 * it is compiled to loops over whole arrays. Pure; knows nothing of optimizers.
 */
package descentlab.rule;
