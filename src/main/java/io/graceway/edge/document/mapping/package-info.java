/** Mappings compiled: what every field of a document is called, where it stands and what it has to be. */
package io.graceway.edge.document.mapping;
