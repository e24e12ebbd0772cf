/** What the loss of a network looks like around the paths that led down it: planes, random walks to compare with, straight lines between ends. */
package descentlab.landscape;
