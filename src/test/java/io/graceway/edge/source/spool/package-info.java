/** Proofs that lines are brought together whole. */
package io.graceway.edge.source.spool;
