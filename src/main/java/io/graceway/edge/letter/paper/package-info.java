/** Paper: pages as PDF that are the same for the same input, and the folder from which they are printed. */
package io.graceway.edge.letter.paper;
