/**
 * A run: its append-only log of frames, the registry that finds it, the pool that computes it in fair turns, and the
 * endpoints that hand it out, as a binary stream to browsers and as CSV or JSON to notebooks. It knows experiments, since
 * a run is started from one and its log repeats what the link says; it knows no pages.
 */
package descentlab.run;
