/** What people decide about what leaves for agencies, in SQL; every deed is one transaction with its log entry. */
package io.graceway.edge.store.hand;
