package io.graceway.journey.placement;

/** How far a delivery has climbed; each rung needs stored evidence, and no rung is assumed. */
public enum Rung {
    PREPARED, CONNECTED, SENT, VERIFIED, RENAMED, MANIFEST_SENT, PICKED_UP, ACKNOWLEDGED, RECONCILED
}
