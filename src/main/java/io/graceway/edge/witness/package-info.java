/** The way to witnesses of the routing log over HTTP (C2SP tlog-witness). */
package io.graceway.edge.witness;
