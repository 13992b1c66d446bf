/** OpenPGP: seals parcels for agencies, opens what they send, keeps the house's key. */
package io.graceway.edge.seal;
