/** How numbers are written in links and files, for every room that reads or writes one. Knows no other room. */
package descentlab.notation;
