/** Figures, labs and questions on other sites' pages, and what other sites ask of a link: a frame's address, a title, a picture. */
package descentlab.embed;
