/** The way back in SQL: what agencies, sources and people make happen to placements, and what is told of it. */
package io.graceway.edge.store.back;
