/** How the store is opened, and why it may not be. */
package io.graceway.edge.store.door;
