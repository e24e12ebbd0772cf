/** Diagrams of a lesson's theory: curves that a few numbers decide, computed and not drawn here. */
package descentlab.diagram;
