package io.graceway.edge.agency.rest;

import io.graceway.edge.agency.BrokenLineContract;
import io.graceway.edge.agency.Partner;
import java.nio.file.Path;

class RestBrokenLineTest extends BrokenLineContract {

    @Override
    protected Partner partner(Path at) throws Exception {
        return new RestPartner(at);
    }

    @Override
    protected int places() {
        return 24;
    }
}
