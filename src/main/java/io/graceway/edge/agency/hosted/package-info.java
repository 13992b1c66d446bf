/** Mailboxes that the house hosts for agencies: one jailed folder each on an SFTP server of our own. */
package io.graceway.edge.agency.hosted;
