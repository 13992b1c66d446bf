/** Requests to addresses that partners gave: to a checked address only, following nothing, believing nothing. */
package io.graceway.edge.hook;
