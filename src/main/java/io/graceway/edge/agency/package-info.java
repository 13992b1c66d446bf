/** What both ways to an agency's mailbox share: names from outside, failures with codes, a watch on what hangs. */
package io.graceway.edge.agency;
