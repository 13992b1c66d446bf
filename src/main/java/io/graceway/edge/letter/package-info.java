/** Placement notices as e-mail and as printed letters, what comes back of them, and pages for an agency's staff. */
package io.graceway.edge.letter;
