/**
 * The labs' links as data: what a link says, computed and written as CSV or JSON, for notebooks and other programs; and how
 * a wrong request is answered.
 */
package descentlab.api;
