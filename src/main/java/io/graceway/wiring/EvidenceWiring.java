package io.graceway.wiring;

import io.graceway.audit.EntryTable;
import io.graceway.audit.InclusionProof;
import io.graceway.audit.LogFolder;
import io.graceway.audit.LogKey;
import io.graceway.audit.LogPublisher;
import io.graceway.audit.PublishedEntries;
import io.graceway.audit.RoutingEntry;
import io.graceway.audit.RoutingLog;
import io.graceway.audit.SigningKey;
import io.graceway.audit.witness.WitnessRound;
import io.graceway.edge.store.evidence.SqlRecords;
import io.graceway.face.console.audit.LogDesk;
import io.graceway.face.evidence.EvidenceMaker;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.Credential;
import io.graceway.journey.placement.SealedFile;
import io.graceway.wiring.JourneyWiring.Terms;
import io.graceway.wiring.config.HouseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Evidence packs: what they are made from. */
@Configuration(proxyBeanMethods = false)
class EvidenceWiring {

    @Bean
    EvidenceMaker evidenceMaker(DataSource source, TransactionTemplate transaction, Home home, Terms terms,
            EvidenceMaker.Log log, Clock clock) {
        return new EvidenceMaker(new SqlRecords(source, transaction), (agencies, manifests, tones) -> {
            Map<String, byte[]> papers = new TreeMap<>();
            agencies.stream().filter(terms.agencies()::containsKey).map(terms.agencies()::get).forEach(agency ->
                    papers.put("vetting/" + agency.id() + ".json", vetting(agency)));
            manifests.forEach((delivery, name) -> put(papers, home.folder("parcels"), delivery, name));
            terms.tones().values().stream().filter(tone -> tones.contains(tone.sha256())).forEach(tone -> papers.put(
                    "tones/" + tone.profile() + "-" + tone.version() + ".json", tone.json()));
            return papers;
        }, log, clock);
    }

    /** The manifest as it was sealed for the agency: its digest is the one in the log. */
    private static void put(Map<String, byte[]> papers, Path parcels, String delivery, String name) {
        Path manifest = SealedFile.under(parcels, delivery, name);
        try {
            if (Files.isRegularFile(manifest)) {
                papers.put("manifests/" + name, Files.readAllBytes(manifest));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("GW-EVD-008: the manifest of a parcel cannot be read; see the disk", e);
        }
    }

    private static byte[] vetting(Agency agency) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(Map.of("agency", agency.id(),
                "required", agency.vetting().required(), "credentials", agency.vetting().credentials().stream()
                        .map(EvidenceWiring::credential).toList()));
    }

    private static Map<String, Object> credential(Credential one) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("reference", one.reference());
        told.put("type", one.type());
        told.put("issuer", one.issuer());
        told.put("number", one.number());
        told.put("jurisdiction", one.jurisdiction().map(Object::toString).orElse(""));
        told.put("kinds", one.kinds().stream().map(Enum::name).sorted().toList());
        told.put("from", one.from().toString());
        told.put("until", one.until().toString());
        told.put("evidence_sha256", one.evidenceSha256());
        return told;
    }

    @Bean
    PublishedEntries publishedEntries(SigningKey key, Home home) {
        return new PublishedEntries(new LogFolder(home.state().resolve("log")), key.verifier());
    }

    @Bean
    LogDesk logDesk(EvidenceMaker.Log log, PublishedEntries published, EntryTable table, EvidenceMaker packs,
            Home home, LogWiring.Stamping stamping, Clock clock) {
        List<HouseFile.Witness> named = home.files().house().log().witnesses();
        return new PublishedLogDesk(log, published, named == null ? List.of() : named.stream().map(one ->
                LogKey.parseWitness(one.key())).toList(), table, packs, stamping.trust(), clock);
    }

    @Bean
    EvidenceMaker.Log evidenceLog(RoutingLog log, TransactionTemplate transaction, LogPublisher publisher,
            WitnessRound witnesses, LogWiring.Stamping stamping, PublishedEntries published, Clock clock) {
        return new EvidenceMaker.Log() {
            @Override
            public PublishedEntries publish() {
                shown();
                // What is not to be had now is not waited for again: the log's own round tells of it.
                stamping.finish();
                return published;
            }

            @Override
            public InclusionProof tell(String what, String subject, String... facts) {
                long index = transaction.execute(status -> log.append(List.of(RoutingEntry.of(clock.instant(), what,
                        subject, facts))));
                return shown().prove(index);
            }

            private PublishedEntries shown() {
                publisher.publish();
                witnesses.ask();
                return published;
            }
        };
    }
}
