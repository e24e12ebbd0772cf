/** What can be asked under /api, for programs and for those who write them: an OpenAPI document, made from the declarations. */
package descentlab.openapi;
