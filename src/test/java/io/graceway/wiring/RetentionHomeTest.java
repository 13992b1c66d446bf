package io.graceway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.EmbeddedStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A house with a rule loses by itself what it knew of a customer whom its source shows no more. */
class RetentionHomeTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_past_its_time_goes_with_the_daily_pass_unless_people_hold_it() throws Exception {
        try (SoapHome home = new SoapHome(folder, "schedule: {at: \"06:00\", zone: UTC, retention: {after-days: 30, "
                + "at-least: {US-NV: 60}}}")) {
            home.erp.accounts.put("000321", SoapHome.account("000321"));
            pass(home, "2026-01-25");
            home.erp.accounts.clear();
            pass(home, "2026-01-26");
            assertThat(customers(home)).isEqualTo(1);

            assertThat(home.run("retention", "--hold", "000321", "--because", "LITIGATION").exit()).isZero();
            Said plan = home.run("retention", "--dry-run");
            assertThat(plan.exit()).as(plan.err()).isZero();
            assertThat(plan.out()).isEqualTo("000321  erp  2026-03-27  kept: LEGAL_HOLD\n");
            Said kept = home.run("erase", "000321", "--in-house");
            assertThat(kept.exit()).isEqualTo(3);
            assertThat(kept.out()).contains("erp  GW-RUN-011 kept: LEGAL_HOLD");
            assertThat(home.run("retention", "--release", "000321").exit()).isZero();

            pass(home, "2026-03-27");
            assertThat(customers(home)).isZero();
            String log = home.folder.resolve("state/log").toString();
            Said said = home.run("log", "export", "--dir", log, "--key", log + "/log.vkey", "--about", "000321");
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).contains("\"what\":\"retention.held\"", "\"what\":\"retention.released\"");
            said = home.run("log", "export", "--dir", log, "--key", log + "/log.vkey", "--about", "erp/000321/USD");
            assertThat(said.out()).contains("\"what\":\"retention.removed\"", "retention/60-days")
                    .doesNotContain("Example", "Long Street");
        }
    }

    private static void pass(SoapHome home, String day) {
        Said said = home.run("run", "--once", "--as-of", day);
        assertThat(said.exit()).as(said.out() + said.err()).isZero();
    }

    private static int customers(SoapHome home) {
        return new JdbcTemplate(new DriverManagerDataSource(EmbeddedStore.url("file:" + home.folder.resolve(
                "state/store/graceway").toAbsolutePath()), "sa", "")).queryForObject("select count(*) from "
                + "account_document where document <> ''", Integer.class);
    }
}
