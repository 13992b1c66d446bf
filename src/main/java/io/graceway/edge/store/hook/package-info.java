/** Events for partners and from sources, in SQL. */
package io.graceway.edge.store.hook;
