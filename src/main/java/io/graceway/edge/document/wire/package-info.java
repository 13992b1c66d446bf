/** What a document looks like on the wire, before anybody reads a meaning into it: forms, layouts, limits. */
package io.graceway.edge.document.wire;
