/** Proofs of the source edge, against real servers, databases and files. */
package io.graceway.edge.source;
