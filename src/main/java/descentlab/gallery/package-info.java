/** The pages on the data sets: examples, classes, origin, licence, and how to get what is missing. */
package descentlab.gallery;
