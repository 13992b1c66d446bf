/** What the gateway keeps: SQL that runs alike on PostgreSQL and on the embedded database. */
package io.graceway.edge.store;
