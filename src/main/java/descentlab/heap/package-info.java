/** What the heap is for: the shares from which every bound on memory is taken. */
package descentlab.heap;
