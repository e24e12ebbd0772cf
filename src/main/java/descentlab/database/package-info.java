/** The one database: how it is opened and watched, and what is said when it does not take what is written. */
package descentlab.database;
