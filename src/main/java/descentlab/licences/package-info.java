/** The page of licences: the application's own, and those of all that comes along, as the build has listed them. */
package descentlab.licences;
