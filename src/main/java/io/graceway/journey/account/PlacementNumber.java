package io.graceway.journey.account;

/** Our number for one placement; new on every placement, so that two agencies never share one. */
public record PlacementNumber(String value) {

    public PlacementNumber {
        value = Texts.required("placement number", value, 32);
    }

    @Override
    public String toString() {
        return value;
    }
}
