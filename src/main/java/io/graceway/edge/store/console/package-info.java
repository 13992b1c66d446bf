/** What the console reads, in SQL; nothing here writes. */
package io.graceway.edge.store.console;
