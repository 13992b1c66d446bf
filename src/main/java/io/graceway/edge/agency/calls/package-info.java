/** An agency whose interface knows no files: each account is one call, and what it has to say is asked for. */
package io.graceway.edge.agency.calls;
