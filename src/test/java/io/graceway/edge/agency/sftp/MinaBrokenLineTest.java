package io.graceway.edge.agency.sftp;

import io.graceway.edge.agency.BrokenLineContract;
import io.graceway.edge.agency.Partner;
import java.nio.file.Path;

class MinaBrokenLineTest extends BrokenLineContract {

    @Override
    protected Partner partner(Path at) throws Exception {
        return new MinaPartner(at);
    }

    @Override
    protected int places() {
        return 16;
    }
}
