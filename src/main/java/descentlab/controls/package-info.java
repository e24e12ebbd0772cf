/** Controls that more than one lab has. They bind values; what a value may be is said by the rooms it comes from. */
package descentlab.controls;
