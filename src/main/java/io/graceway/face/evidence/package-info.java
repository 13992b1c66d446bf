/** What is put into an evidence pack: entries with their proofs, and what the store knows beside them, to be read. */
package io.graceway.face.evidence;
