/** The curvature of a loss of many parameters, known by its products alone: largest eigenvalues and density of the spectrum. */
package descentlab.curvature;
