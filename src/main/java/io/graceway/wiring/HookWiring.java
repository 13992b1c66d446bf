package io.graceway.wiring;

import io.graceway.audit.RoutingLog;
import io.graceway.edge.document.Dialects;
import io.graceway.edge.hook.HookPost;
import io.graceway.edge.hook.HookTrial;
import io.graceway.edge.sandbox.HookFolder;
import io.graceway.edge.store.SqlQuarantine;
import io.graceway.edge.store.hook.SqlHookBook;
import io.graceway.edge.store.hook.SqlHookDesk;
import io.graceway.edge.store.hook.SqlWakeBook;
import io.graceway.face.hook.HookDoor;
import io.graceway.face.hook.Proof;
import io.graceway.face.web.Hosts;
import io.graceway.journey.account.CheckStep;
import io.graceway.journey.delinquency.wake.Wakes;
import io.graceway.journey.writeback.hook.Endpoint;
import io.graceway.journey.writeback.hook.HookBook;
import io.graceway.journey.writeback.hook.Hooks;
import io.graceway.journey.writeback.hook.PastHooks;
import io.graceway.wiring.config.ConfigRefusal;
import io.graceway.wiring.config.HookTarget;
import io.graceway.wiring.config.HouseFile;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Webhooks, both ways: what partners are told, and what sources say. */
@Configuration(proxyBeanMethods = false)
class HookWiring {

    private static final String AGENCIES = "agencies/";
    private static final Duration LONGEST = Duration.ofSeconds(15);

    /**
     * Who is told, by recipient.
     *
     * @param checked those who want an event from {@code graceway check}
     */
    record Endpoints(Map<String, Endpoint> byRecipient, Set<String> checked) {

        Map<String, Set<String>> wanted() {
            Map<String, Set<String>> wanted = new TreeMap<>();
            byRecipient.forEach((recipient, one) -> wanted.put(recipient, one.events()));
            return wanted;
        }
    }

    /** What needs no store, so that the way to a receiver can be tried without one. */
    @Configuration(proxyBeanMethods = false)
    static class Ways {

        @Bean
        Endpoints endpoints(Home home) {
            Map<String, Endpoint> endpoints = new TreeMap<>();
            Set<String> checked = new TreeSet<>();
            home.files().agencies().forEach((id, agency) -> {
                if (agency.mailbox().webhook() != null) {
                    try {
                        endpoints.put("agency/" + id, endpoint(agency.mailbox().webhook(), "agency", id, checked));
                    } catch (IllegalArgumentException e) {
                        throw home.files().refusedAgency(id, "/mailbox/webhook", "GW-HOK-001", e.getMessage());
                    }
                }
            });
            home.files().sources().forEach((id, source) -> {
                if (source.webhookTo() != null) {
                    try {
                        endpoints.put("source/" + id, endpoint(source.webhookTo(), "source", id, checked));
                    } catch (IllegalArgumentException e) {
                        throw home.files().refusedSource(id, "/webhook-to", "GW-HOK-001", e.getMessage());
                    }
                }
            });
            return new Endpoints(endpoints, checked);
        }

        private static Endpoint endpoint(HookTarget target, String to, String id, Set<String> checked) {
            if (Boolean.TRUE.equals(target.checked())) {
                checked.add(to + "/" + id);
            }
            return target.endpoint(to, id);
        }

        /** The way to every receiver, by recipient. */
        @Bean
        Trials hookTrials(Endpoints endpoints, Clock clock) {
            HookTrial trial = new HookTrial(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault(),
                    LONGEST);
            return recipient -> Optional.ofNullable(endpoints.byRecipient().get(recipient)).map(to -> trial.check(to,
                    Optional.<Function<Endpoint, String>>of(one -> Hooks.tryOut(post(), one, clock.instant()))
                    .filter(any -> endpoints.checked().contains(recipient)))).orElse(List.of());
        }
    }

    /** Tries the way to one receiver; no step for who is told nothing. */
    @FunctionalInterface
    interface Trials {
        List<CheckStep> check(String recipient);
    }

    @Bean
    SqlHookBook hookBook(DataSource source, TransactionTemplate transaction, RoutingLog log, SqlQuarantine people) {
        return new SqlHookBook(source, transaction, log, people::failed);
    }

    @Bean
    SqlHookDesk hookDesk(DataSource source, TransactionTemplate transaction, RoutingLog log) {
        return new SqlHookDesk(source, transaction, log);
    }

    @Bean
    Hooks hooks(Endpoints endpoints, HookBook book, Home home, Clock clock) {
        return new Hooks(endpoints.byRecipient(), book, home.sandbox() ? new HookFolder(home.folder("webhooks"))
                : post(), clock);
    }

    private static HookPost post() {
        return new HookPost(InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault(), LONGEST);
    }

    @Bean
    PastHooks pastHooks(PastHooks.Book book, Home home, Clock clock) {
        HouseFile.Schedule schedule = home.files().house().schedule();
        return new PastHooks(book, schedule == null || schedule.webhookDays() == null ? PastHooks.USUAL
                : Duration.ofDays(schedule.webhookDays()), clock);
    }

    @Bean
    SqlWakeBook wakeBook(DataSource source, TransactionTemplate transaction) {
        return new SqlWakeBook(source, transaction);
    }

    @Bean
    Wakes wakes(Wakes.Book book) {
        return new Wakes(book);
    }

    /** What sources and agencies send is served where one of them says how it proves itself, and nowhere else. */
    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    ServletRegistrationBean<HookDoor> hookDoor(Home home, Hosts hosts, Wakes.Book book, EdgeWiring.Mailboxes mailboxes,
                                               Dialects dialects, Clock clock) {
        Map<String, Proof> proofs = new TreeMap<>();
        home.files().sources().forEach((id, source) -> {
            if (source.webhook() != null) {
                try {
                    proofs.put(id, source.webhook().proof());
                } catch (IllegalArgumentException e) {
                    throw home.files().refusedSource(id, "/webhook", "GW-HOK-001", e.getMessage());
                }
            }
        });
        home.files().agencies().forEach((id, agency) -> CallsWiring.proof(id, agency, dialects).ifPresent(proof ->
                proofs.put(AGENCIES + id, proof)));
        if (!proofs.isEmpty() && hosts.behindFrontEnd() && hosts.hooks().isEmpty()) {
            throw ConfigRefusal.of("GW-HOK-003", "the partners " + proofs.keySet() + " send webhooks, but house.yaml "
                    + "gives them no name to send them to; add console.hook-host");
        }
        ServletRegistrationBean<HookDoor> served = new ServletRegistrationBean<>(new HookDoor(proofs,
                (whose, event, sent) -> {
                    if (whose.startsWith(AGENCIES)) {
                        CallsWiring.heard(mailboxes.byAgency().get(whose.substring(AGENCIES.length())), sent.body());
                    } else {
                        book.heard(whose, event, sent.at());
                    }
                }, clock),
                HookDoor.BASE + "*");
        served.setEnabled(!proofs.isEmpty());
        return served;
    }
}
