package io.graceway.edge.agency.rest;

import io.graceway.edge.agency.AgencyMailboxContract;
import io.graceway.edge.agency.Partner;
import java.nio.file.Path;

class RestMailboxTest extends AgencyMailboxContract {

    @Override
    protected Partner partner(Path at) throws Exception {
        return new RestPartner(at);
    }
}
