/** Records beside what they are understood as, for the person who writes a mapping. */
package io.graceway.edge.document.preview;
