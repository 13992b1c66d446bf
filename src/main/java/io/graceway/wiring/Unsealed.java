package io.graceway.wiring;

import io.graceway.journey.placement.ParcelSeal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Stands where a house has no key of its own: nothing leaves and nothing is opened. */
final class Unsealed implements ParcelSeal {

    private static IOException missing() {
        return new IOException("GW-CFG-104: house.yaml has no seal section; nothing leaves the house unsealed");
    }

    @Override
    public void seal(String agency, Path plain, Path sealed) throws IOException {
        throw missing();
    }

    @Override
    public List<String> recipients(String agency) throws IOException {
        throw missing();
    }

    @Override
    public void open(String agency, Path sealed, Path plain) throws IOException {
        throw missing();
    }
}
