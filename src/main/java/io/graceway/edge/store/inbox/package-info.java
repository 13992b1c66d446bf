/** Files from agencies take effect in SQL: one desk for each document, one transaction for each file. */
package io.graceway.edge.store.inbox;
