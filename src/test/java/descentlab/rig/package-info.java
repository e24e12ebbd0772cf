/** Several servers with their database and proxy, as processes of this computer, to be tried and tested. */
package descentlab.rig;
