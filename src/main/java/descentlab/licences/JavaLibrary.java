package descentlab.licences;

import java.util.List;

/**
 * A library on the class path.
 *
 * @param name as its authors write it
 * @param id group and artifact, between them a colon
 * @param url of its page, may be empty
 * @param licences SPDX names; where there are several, one may be chosen
 */
record JavaLibrary(String name, String id, String version, String url, List<String> licences) {}
