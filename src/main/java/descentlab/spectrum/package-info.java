/** The spectrum lab: eigenvalues, Gerschgorin's discs, preconditioning and what they mean for descent. */
package descentlab.spectrum;
