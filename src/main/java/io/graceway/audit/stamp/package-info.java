/** Time stamps (RFC 3161) of checkpoints: that so much of the log existed at a time which somebody else vouches for. */
package io.graceway.audit.stamp;
