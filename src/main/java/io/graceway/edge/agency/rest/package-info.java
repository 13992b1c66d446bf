/** An agency's mailbox over HTTPS, as the document on the REST mailbox describes it. */
package io.graceway.edge.agency.rest;
