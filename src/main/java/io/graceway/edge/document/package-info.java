/** Documents that partners send and receive: bytes become lines in our own words, and lines become bytes, by mapping. */
package io.graceway.edge.document;
