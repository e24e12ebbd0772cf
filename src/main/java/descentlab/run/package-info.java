/**
 * A run's life: its append-only log of frames, the registry that finds it, the pool that computes it in fair turns,
 * and the endpoints that hand it out, as a binary stream to browsers and as CSV or JSON to notebooks.
 */
package descentlab.run;
