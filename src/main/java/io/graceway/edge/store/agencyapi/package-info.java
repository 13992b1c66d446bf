/** What the API of agencies reads and keeps: their own affairs, requests done once, and tokens. */
package io.graceway.edge.store.agencyapi;
