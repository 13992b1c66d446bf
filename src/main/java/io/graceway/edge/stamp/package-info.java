/** The way to an authority that gives time stamps over HTTP (RFC 3161, section 3.4). */
package io.graceway.edge.stamp;
