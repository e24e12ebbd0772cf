package descentlab.licences;

/**
 * A package in what the browser loads.
 *
 * @param identifier SPDX name or expression
 * @param text the licence as the package has it
 */
record BrowserPackage(String name, String version, String identifier, String text) {}
