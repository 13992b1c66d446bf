/** What a mailbox of folders does, wherever the folders lie. */
package io.graceway.edge.agency.shelf;
