/**
 * What pages of several features share: fields for parameters, the list of optimizers, live figures, the address bar, who
 * the reader is. They bind values; what a value may be is said by the rooms it comes from. They cannot be elements, which
 * know no optimizers.
 */
package descentlab.controls;
