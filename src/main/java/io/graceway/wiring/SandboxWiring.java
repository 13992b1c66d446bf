package io.graceway.wiring;

import io.graceway.face.console.Frame;
import io.graceway.face.console.sandbox.SandboxBanner;
import io.graceway.face.console.sandbox.SandboxPages;
import io.graceway.face.console.sign.Deeds;
import io.graceway.wiring.JourneyWiring.Terms;
import jakarta.servlet.DispatcherType;
import java.time.LocalDate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a sandbox has and a real run has not. It is no configuration that is found: only {@code graceway sandbox} gives
 * it, and no setting can.
 */
class SandboxWiring {

    @Bean
    SandboxWalk sandboxWalk(ApplicationContext context, Sandbox sandbox, Home home, JdbcTemplate jdbc, Terms terms) {
        // Otherwise nothing could be placed before each agency had sent a file that says so.
        LocalDate today = LocalDate.ofInstant(sandbox.clock().instant(), Sandbox.zone(home));
        home.files().agencies().keySet().forEach(agency -> terms.tones().values().forEach(tone -> {
            if (jdbc.queryForObject("select count(*) from tone_acceptance where agency = ? and profile = ? and "
                    + "version = ? and sha256 = ?", Long.class, agency, tone.profile(), tone.version(),
                    tone.sha256()) == 0) {
                jdbc.update("insert into tone_acceptance (agency, profile, version, sha256, accepted_on) "
                        + "values (?, ?, ?, ?, ?)", agency, tone.profile(), tone.version(), tone.sha256(), today);
            }
        }));
        return new SandboxWalk(context, sandbox.clock(), Sandbox.zone(home), jdbc);
    }

    @Bean
    SandboxPages sandboxPages(Frame frame, SandboxWalk walk, Deeds deeds) {
        return new SandboxPages(frame, walk, deeds);
    }

    @Bean
    FilterRegistrationBean<SandboxBanner> sandboxBanner() {
        FilterRegistrationBean<SandboxBanner> banner = new FilterRegistrationBean<>(new SandboxBanner());
        banner.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        banner.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return banner;
    }
}
