/** The pages of the exercises: they show parts, take answers, and keep progress. What is right is said elsewhere. */
package descentlab.exercise.page;
