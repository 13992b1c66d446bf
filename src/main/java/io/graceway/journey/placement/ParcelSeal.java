package io.graceway.journey.placement;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Seals what leaves the house and opens what comes back; only keys pinned for that agency count. */
public interface ParcelSeal {

    /**
     * Signs with the house's key and encrypts to the agency's; the sealed file is complete and synced to disk when
     * this returns, and a file of that name from before is replaced.
     *
     * @param agency id of the agency, as in its partner file
     * @throws IOException when the disk fails, or when no usable key is pinned for that agency today
     */
    void seal(String agency, Path plain, Path sealed) throws IOException;

    /**
     * The agency's keys that a parcel of today would be sealed for.
     *
     * @return their fingerprints
     * @throws IOException when no usable key is pinned for that agency today
     */
    List<String> recipients(String agency) throws IOException;

    /**
     * Decrypts and verifies; plain appears only after integrity and signature are proved, and is gone otherwise.
     *
     * @param agency id of the agency that is said to have sealed the file
     * @throws SealBroken  when the file is not what exactly that agency signed for us; asking again changes nothing
     * @throws IOException when our own disk or key files fail: the seal is unknown, neither good nor broken
     */
    void open(String agency, Path sealed, Path plain) throws SealBroken, IOException;
}
