/**
 * A run: what an experiment is computed as (a course of series), its append-only log of frames, the registry that finds it,
 * the pool that computes it in fair turns, and the binary stream that hands it out to browsers. It knows experiments, since
 * a run is started from one and its log repeats what the link says; it knows no pages.
 */
package descentlab.run;
