/** Witnesses of the log: whoever remembers what it committed itself to, and cosigns only what continues it. */
package io.graceway.audit.witness;
