/** Partners to play against: an agency's SFTP server and REST mailbox on loopback, with their folders on disk. */
package io.graceway.simulator;
