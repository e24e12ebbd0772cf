/**
 * How numbers and expressions are written in links and files: decimal, finite, without suffix, as short as reads back; and
 * how expressions are read. Optimizer specs, formulas, rules, links and files must agree on it, so it is said here alone. Knows
 * no other room.
 */
package descentlab.notation;
