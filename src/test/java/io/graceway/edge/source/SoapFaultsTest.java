package io.graceway.edge.source;

import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.LATER;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.POSTED;
import static io.graceway.journey.writeback.SourceSystem.Outcome.Result.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.journey.writeback.Posting;
import io.graceway.journey.writeback.SourceSystem.Outcome;
import io.graceway.simulator.SoapErp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the faults of a service mean, as its owner says it in the source's file. */
class SoapFaultsTest {

    private SoapErp erp;

    @BeforeEach
    void start() {
        erp = new SoapErp("graceway", "s3cret-digest", true);
        erp.accounts.put("0001", SoapSourceTest.account("0001", 1));
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    @Test
    void a_code_of_the_contract_can_mean_something_else() {
        assertThat(post(Map.of(), "0404", "0001")).containsExactly("REFUSED GW-SRC-073", "POSTED E-p-2");
        assertThat(post(Map.of("UNKNOWN_ACCOUNT", "retry"), "0404", "0001"))
                .containsExactly("LATER GW-SRC-136", "ALREADY E-p-2");
        assertThat(post(Map.of("UNKNOWN_ACCOUNT", "pause"), "0404", "0001"))
                .containsExactly("LATER GW-SRC-136", "LATER not");
        assertThat(post(Map.of("BUSY", "people"), "busy", "0001"))
                .containsExactly("REFUSED GW-SRC-137", "ALREADY E-p-2");
    }

    @Test
    void a_fault_that_the_contract_does_not_know_is_told_by_the_code_in_its_detail_by_its_name_or_by_its_own_code() {
        erp.stumbles = fault("Server", "LimitExceeded", "TOO_MANY");
        assertThat(post(Map.of(), "0001")).containsExactly("LATER GW-SRC-079");
        assertThat(post(Map.of("TOO_MANY", "pause", "LimitExceeded", "people"), "0001"))
                .containsExactly("LATER GW-SRC-136");
        assertThat(post(Map.of("LimitExceeded", "people", "Server", "retry"), "0001"))
                .containsExactly("REFUSED GW-SRC-137");
        assertThat(post(Map.of("Server", "retry"), "0001")).containsExactly("LATER GW-SRC-136");
        erp.stumbles = fault("PeriodClosed", "", "");
        assertThat(post(Map.of("PeriodClosed", "people"), "0001")).containsExactly("REFUSED GW-SRC-137");
        assertThat(erp.posted).isEmpty();
    }

    @Test
    void a_login_that_is_refused_stays_that_whatever_the_file_says() {
        SoapSource stranger = new SoapSource(new SoapTerms(erp.address(), "graceway", "wr0ng", 10,
                Set.of(Posting.Kind.PAYMENT), SoapTerms.CONNECT, SoapTerms.RECEIVE, Optional.empty(),
                SoapTerms.faults(Map.of("FailedAuthentication", "people", "SecurityError", "people"))),
                new PlainTables());
        assertThat(stranger.post(List.of(Postings.payment("p-1", "0001", "1.00"))).get(0)).satisfies(one -> {
            assertThat(one.result()).isEqualTo(LATER);
            assertThat(one.evidence()).startsWith("GW-SRC-072");
        });
    }

    /** Result and the first word of its evidence, which never has what the service said. */
    private List<String> post(Map<String, String> means, String... accounts) {
        SoapSource source = new SoapSource(new SoapTerms(erp.address(), "graceway", "s3cret-digest", 10,
                Set.of(Posting.Kind.PAYMENT), SoapTerms.CONNECT, SoapTerms.RECEIVE, Optional.empty(),
                SoapTerms.faults(means)), new PlainTables());
        List<Posting> postings = new ArrayList<>();
        for (String one : accounts) {
            postings.add(Postings.payment("p-" + (postings.size() + 1), one, "1.00"));
        }
        List<Outcome> outcomes = source.post(postings);
        assertThat(outcomes).allMatch(one -> Set.of(LATER, POSTED, REFUSED, Outcome.Result.ALREADY)
                .contains(one.result()) && !one.evidence().contains("Roe"));
        return outcomes.stream().map(one -> one.result() + " " + one.evidence().split("[ :]", 2)[0]).toList();
    }

    private static SoapFault fault(String code, String detail, String inner) {
        SoapFault fault = new SoapFault("Jane Roe owes too much", new QName("urn:elsewhere", code));
        if (!detail.isEmpty()) {
            Element within = fault.getOrCreateDetail();
            Element told = within.getOwnerDocument().createElementNS("urn:elsewhere", "e:" + detail);
            Element exact = within.getOwnerDocument().createElementNS("urn:elsewhere", "e:code");
            exact.setTextContent(inner);
            told.appendChild(exact);
            within.appendChild(told);
        }
        return fault;
    }
}
