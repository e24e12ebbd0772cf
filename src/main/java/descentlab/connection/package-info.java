/**
 * Connections before they say anything: how many there may be, how long one may take over a request's headers, and what
 * is let go when there are too many. Tomcat bounds none of this by address, and its timeout starts anew with each byte.
 */
package descentlab.connection;
