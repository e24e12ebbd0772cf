/** Lessons: Markdown files with live figures in them, shown as a page. */
package descentlab.lesson;
