/** A mailbox at whose window files are handed in and asked for, by name and digest, whatever it is spoken in. */
package io.graceway.edge.agency.window;
