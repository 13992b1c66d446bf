package io.graceway.simulator.season;

import com.jcraft.jsch.JSchException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A season of ninety days: what the world around a gateway does from morning to evening, the same every time. */
public final class Season implements AutoCloseable {

    /** The first day; a Monday. */
    public static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    /** How many days it lasts. */
    public static final int DAYS = 90;

    private static final long SEED = 20260302;
    /** For how many days meadow has not accepted a tone and gets no account. */
    private static final int MEADOW_THINKS = 30;

    private final List<PlayedAccount> billed = Portfolio.europe(SEED + 1, 40, FIRST);
    private final World world;
    private final Map<String, PlayedAgency> agencies = new LinkedHashMap<>();

    /** @param folder for everything it keeps; @param clock the gateway's own */
    public Season(Path folder, Clock clock) throws IOException, SQLException, JSchException {
        this.world = new World(folder, clock, Portfolio.america(SEED, 80, FIRST), billed);
        world.mailboxes().forEach((id, mailbox) -> agencies.put(id,
                new PlayedAgency(id, mailbox, id.equals("meadow") ? FIRST.plusDays(MEADOW_THINKS) : FIRST,
                        id.equals("northgate"))));
    }

    /** The gateway's state folder. */
    public Path state() {
        return world.state();
    }

    /** What {@code ${env:NAME}} stands for in the season's partner files. */
    public Map<String, String> environment() {
        return world.environment();
    }

    /** What happens at the house's systems before the gateway walks over them. */
    public void morning(LocalDate day) throws IOException, SQLException {
        world.erp().book();
        world.erp().settle(day);
        world.billing().settle(day);
        long number = day.toEpochDay() - FIRST.toEpochDay();
        if (number % 9 == 4) {
            payDirectly((int) (number / 9));
        }
        if (number == 52 || number == 60) {
            complain(day, number == 52 ? 1 : 2);
        }
        world.erp().export();
    }

    /** A customer pays the house, whatever an agency is doing: in turns at the ERP and at the billing system. */
    private void payDirectly(int turn) throws SQLException {
        if (turn % 2 == 0) {
            List<PlayedAccount> all = List.copyOf(world.erp().accounts().values());
            PlayedAccount one = all.get(turn * 7 % all.size());
            one.pay(one.balance().min(new BigDecimal("60.00")));
        } else {
            PlayedAccount one = billed.get(turn * 5 % billed.size());
            world.billing().payDirectly(one.number, Math.min(4_500, world.billing().openMinor(one.number)));
        }
    }

    /** Some customers open a dispute at the ERP while their accounts are with an agency. */
    private void complain(LocalDate day, int which) {
        world.erp().accounts().values().stream().filter(one -> one.serial % 9 == which && one.balance().signum() > 0
                && one.cases.isEmpty())
                .limit(8).forEach(one -> one.cases.add(new PlayedAccount.Case("DISP-" + one.number, "DISPUTE", day,
                day.plusDays(35))));
    }

    /** What happens outside after the gateway's pass: agencies work, customers read their mail. */
    public void evening(LocalDate day) throws IOException, MessagingException {
        for (PlayedAgency agency : agencies.values()) {
            agency.work(day);
        }
        world.customers().read();
        if (day.equals(FIRST.plusDays(74))) {
            agencies.get("northgate").blunder();
        }
    }

    /**
     * What the people outside say of the season: answers by kind, files by agency, and whatever went wrong for them.
     */
    public List<String> told() {
        List<String> told = new java.util.ArrayList<>();
        told.add("customers read " + world.customers().letters() + " e-mails and answered " + world.customers().said());
        agencies.forEach((id, agency) -> told.add("agency " + id + " received " + agency.received()));
        told.add("the ERP booked " + world.erp().taken());
        world.customers().failures().forEach(told::add);
        return told;
    }

    @Override
    public void close() throws IOException, SQLException {
        world.close();
    }
}
