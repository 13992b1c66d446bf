/** What the store puts into evidence packs. */
package io.graceway.edge.store.evidence;
