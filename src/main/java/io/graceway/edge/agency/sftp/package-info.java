/** An agency's mailbox over SFTP: one pinned SSH session at a time for each piece of work, through Commons VFS. */
package io.graceway.edge.agency.sftp;
