/** A folder of a source system, on this machine or behind a pinned SSH host key. */
package io.graceway.edge.source.folder;
