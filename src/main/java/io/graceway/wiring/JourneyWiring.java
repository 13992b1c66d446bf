package io.graceway.wiring;

import io.graceway.face.command.PassReport;
import io.graceway.journey.account.Brand;
import io.graceway.journey.delinquency.Delinquency;
import io.graceway.journey.delinquency.Sources;
import io.graceway.journey.eligibility.Eligibility;
import io.graceway.journey.eligibility.Rule;
import io.graceway.journey.eligibility.RuleBook;
import io.graceway.journey.notice.AnswerLink;
import io.graceway.journey.notice.Answers;
import io.graceway.journey.notice.NoticeBook;
import io.graceway.journey.notice.NoticeDispatch;
import io.graceway.journey.notice.NoticeRound;
import io.graceway.journey.notice.NoticeTerms;
import io.graceway.journey.notice.Notices;
import io.graceway.journey.placement.Agency;
import io.graceway.journey.placement.AgencyChoice;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.PlacementBook;
import io.graceway.journey.placement.Placements;
import io.graceway.journey.placement.VettingWatch;
import io.graceway.wiring.config.AgencyTerms;
import io.graceway.wiring.config.BrandTerms;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The stages of the journey, on the terms that the partner files give. */
@Configuration(proxyBeanMethods = false)
class JourneyWiring {

    @Bean
    PassReport passReport() {
        return new PassReport();
    }

    @Bean
    Sources sources(Home home, SourceWiring.Systems systems, Sources.Vanished vanished,
                    Quarantine quarantine) {
        Map<String, Sources.Source> sources = new HashMap<>();
        home.files().sources().forEach((id, file) -> sources.put(id, new Sources.Source(systems.accounts().get(id),
                new Delinquency(id, new Brand(file.brand()), file.debt()))));
        return new Sources(sources, vanished, (id, why) -> quarantine.failed("source/" + id, why));
    }

    @Bean
    Eligibility eligibility(Home home) {
        Map<String, List<Rule>> brands = new HashMap<>();
        home.files().brands().forEach((id, brand) -> brands.put(id, BrandTerms.rules(id, brand)));
        return new Eligibility(new RuleBook(LawBook.shipped()), brands);
    }

    /** Every brand that says how it warns, by id. */
    @Bean
    Terms terms(Home home) {
        Map<String, NoticeTerms> notices = new TreeMap<>();
        Map<String, BrandTone> tones = new TreeMap<>();
        home.files().brands().forEach((id, brand) -> {
            if (brand.notice() != null) {
                notices.put(id, BrandTerms.notice(brand));
            }
            if (brand.tone() != null) {
                tones.put(id, BrandTerms.tone(id, brand));
            }
        });
        Map<String, Agency> agencies = home.files().agencies().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry ->
                AgencyTerms.agency(entry.getKey(), entry.getValue()), (one, two) -> one, TreeMap::new));
        return new Terms(notices, tones, agencies);
    }

    /** What the partner files come to. */
    record Terms(Map<String, NoticeTerms> notices, Map<String, BrandTone> tones, Map<String, Agency> agencies) {
    }

    @Bean
    Placements placements(Terms terms, PlacementBook book) {
        return new Placements(new AgencyChoice(terms.agencies().values(), terms.tones()), book);
    }

    @Bean
    VettingWatch vettingWatch(Terms terms, VettingWatch.Book book) {
        return new VettingWatch(terms.agencies().values(), book);
    }

    @Bean
    Notices notices(Terms terms, Placements placements, NoticeBook book) {
        return new Notices(terms.notices(), placements, book);
    }

    @Bean
    AnswerLink answerLink(Home home) {
        URI url = home.files().house().publicUrl();
        return new AnswerLink(url == null ? URI.create("http://localhost") : url,
                Secrets.bytes(home.state().resolve("keys/link.key")));
    }

    @Bean
    NoticeRound noticeRound(Terms terms, NoticeDispatch dispatch, NoticeRound.Outbox outbox, AnswerLink links,
            Clock clock) {
        return new NoticeRound(terms.notices(), dispatch, outbox, links, id -> terms.agencies().containsKey(id)
                ? terms.agencies().get(id).name() : null, clock);
    }

    @Bean
    Answers answers(Answers.Book book, Clock clock) {
        return new Answers(book, clock);
    }
}
