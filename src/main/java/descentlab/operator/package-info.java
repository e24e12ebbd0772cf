/**
 * What whoever runs the server sees of it: its health, its metrics, backups. It looks at the other rooms from outside;
 * none of them knows it.
 */
package descentlab.operator;
