/** Documents of partners: bytes become lines in our own words, and lines become bytes, by mapping. */
package io.graceway.edge.document;
