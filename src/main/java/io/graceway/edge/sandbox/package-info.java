/** What stands in a sandbox where partners stand: folders. */
package io.graceway.edge.sandbox;
