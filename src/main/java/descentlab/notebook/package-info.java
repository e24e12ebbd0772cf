/** A learner's notebook of experiments: what they are called, how two differ, and the pages that show them. */
package descentlab.notebook;
