/** Lectures that a teacher prepares: read and written as YAML, kept, and led step by step. */
package descentlab.plan;
