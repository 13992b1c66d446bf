/** What every page has in common: who may see it, how it is rendered, and what is said when there is none. */
package io.graceway.face.web;
