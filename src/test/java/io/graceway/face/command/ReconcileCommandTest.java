package io.graceway.face.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.face.GivenHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fresh reading against what the last pass left; amounts by hand. */
class ReconcileCommandTest {

    @TempDir
    private Path folder;
    private final Terminal terminal = new Terminal();

    @BeforeEach
    void a_pass_over_three_accounts() throws IOException {
        GivenHome.in(folder);
        Files.move(folder.resolve("routes"), folder.resolve("no-routes"));
        terminal.with("GRACEWAY_STATE", folder.resolve("state"));
        Path sources = Files.createDirectories(folder.resolve("partner-config/sources"));
        Files.writeString(sources.resolve("erp.yaml"), "brand: acme\ndebt: TRADE\ndialect: erp-csv\nfiles: {folder: "
                + folder + ", settle-seconds: 0}\n");
        Files.writeString(folder.resolve("contacts.csv"), "account,at,channel,direction,outcome,non_payment_reason\n");
        Files.writeString(folder.resolve("cases.csv"), "account,case,type,opened_on,closed_on\n");
        export("00041,A,USD,100.00", "00042,B,USD,80.25", "00042,C,USD,19.75", "00043,D,EUR,5.00");
        assertThat(run("run --once --as-of 2026-06-01 --until eligibility")).isZero();
    }

    private void export(String... items) throws IOException {
        StringBuilder open = new StringBuilder("account,item,currency,open_amount,due_date\n");
        StringBuilder debtors = new StringBuilder("account,name,debtor_type,email,phone,street,city,region,"
                + "postal_code,country,time_zone,language\n");
        for (String item : items) {
            open.append(item).append(",2026-02-03\n");
        }
        for (String number : new String[] {"00041", "00042", "00043", "00044"}) {
            debtors.append(number).append(",Pat,CONSUMER,,,2 Road,Reno,NV,89501,US,America/Los_Angeles,en\n");
        }
        Files.writeString(folder.resolve("items.csv"), open);
        Files.writeString(folder.resolve("customers.csv"), debtors);
    }

    private int run(String command) {
        return terminal.run(command + " --home " + folder);
    }

    @Test
    void everything_agrees_with_what_was_just_read() {
        assertThat(run("source reconcile erp")).as(terminal.out() + terminal.err()).isEqualTo(Exit.DONE);
        assertThat(terminal.out()).contains("total the source shows 200.00 USD, expected 200.00 USD",
                "total the source shows 5.00 EUR, expected 5.00 EUR", "3 accounts compared, everything agrees");
        assertThat(run("source reconcile nobody")).isEqualTo(Exit.NOT_FOUND);
    }

    @Test
    void every_break_is_told_on_the_terminal_to_machines_and_in_a_file() throws IOException {
        // 00041 is gone, an invoice of 00042 became 10.25 less, 00043 has a new one that was never read, 00044 is new.
        export("00042,B,USD,70.00", "00042,C,USD,19.75", "00043,D,EUR,5.00", "00043,E,EUR,7.00", "00044,F,USD,1.00");
        assertThat(run("source reconcile erp --json --export " + folder.resolve("breaks.csv")))
                .as(terminal.err()).isEqualTo(Exit.INTEGRITY);
        assertThat(terminal.objects()).extracting(one -> one.get("account").asString() + " " + one.get("break")
                .asString() + " " + one.get("difference").asString()).containsExactly(
                "00042 ADJUSTED_IN_SOURCE -10.25", "00044 UNKNOWN_ACCOUNT 1.00", "00041 GONE_FROM_SOURCE -100.00");
        assertThat(Files.readAllLines(folder.resolve("breaks.csv"))).contains(
                "00042,USD,ADJUSTED_IN_SOURCE,89.75,100.00,-10.25,,the next pass takes it up");
        assertThat(run("source reconcile erp")).isEqualTo(Exit.INTEGRITY);
        assertThat(terminal.out()).contains("4 accounts compared, 3 breaks", "total 1 GONE_FROM_SOURCE",
                "total the source shows 89.75 USD, expected 200.00 USD");
        Files.delete(folder.resolve("items.csv"));
        assertThat(run("source reconcile erp")).isEqualTo(Exit.UNREACHABLE);
    }
}
