/**
 * The pages of the exercises: they show parts, take answers, have experiments run and keep progress. What is asked and
 * what is right is said in {@code exercise}, which knows no pages, so that all of it is tested as plain code.
 */
package descentlab.exercise.page;
