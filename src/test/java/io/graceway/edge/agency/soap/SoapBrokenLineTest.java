package io.graceway.edge.agency.soap;

import io.graceway.edge.agency.BrokenLineContract;
import io.graceway.edge.agency.Partner;
import io.graceway.simulator.SoapAgency;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class SoapBrokenLineTest extends BrokenLineContract {

    private static SoapAgency agency;

    @BeforeAll
    static void opens() {
        agency = new SoapAgency(SoapPartner.USER, SoapPartner.PASSWORD);
    }

    @AfterAll
    static void closes() {
        agency.close();
    }

    @Override
    protected Partner partner(Path at) throws Exception {
        return new SoapPartner(agency, at);
    }

    @Override
    protected int places() {
        return 8;
    }
}
