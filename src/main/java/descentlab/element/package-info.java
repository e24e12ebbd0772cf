/**
 * The Java faces of the elements in {@code frontend}, one class each. They know the names of elements and nothing of what
 * is drawn: no optimizer, no experiment.
 */
package descentlab.element;
