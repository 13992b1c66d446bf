/** What an agency sends and gets, as files in its own dialect, under its own names. */
package io.graceway.edge.document.agency;
