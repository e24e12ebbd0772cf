/** A plan as the presses that lead through it, and what each brings to a student's page: as the simulated class and its test need it. */
package descentlab.pressed;
