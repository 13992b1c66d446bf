/** Papers that a source has, such as contracts and invoices, each fetched to a file when somebody needs it. */
package io.graceway.edge.source.paper;
