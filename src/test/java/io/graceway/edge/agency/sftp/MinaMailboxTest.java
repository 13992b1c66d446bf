package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.AgencyMailboxContract;
import io.graceway.edge.agency.Partner;
import java.nio.file.Path;

class MinaMailboxTest extends AgencyMailboxContract {

    @Override
    protected Partner partner(Path at) throws Exception {
        return new MinaPartner(at);
    }
}
