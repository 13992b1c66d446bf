/** The door of a witness that an auditor runs: it takes checkpoints, and gives cosignatures. */
package io.graceway.face.witness;
