/** Pictures of what a link says, drawn by the server for those who show a link before anybody has followed it. */
package descentlab.preview;
