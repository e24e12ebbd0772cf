/** Markdown with formulas, as components. */
package descentlab.prose;
