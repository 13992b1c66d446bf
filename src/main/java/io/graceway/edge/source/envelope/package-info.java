/** What stands around the body of a call and is no JSON: an envelope of XML, and a signature in it. */
package io.graceway.edge.source.envelope;
