package io.graceway.edge.agency;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.agency.FaultyLine.Break;
import io.graceway.journey.placement.AgencyMailbox;
import io.graceway.journey.placement.AgencyMailbox.Whereabouts;
import io.graceway.journey.placement.Consignment;
import io.graceway.journey.placement.MailboxFailure;
import io.graceway.journey.placement.Rung;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Breaks the line at many bytes of a put: no false green, a true look afterwards, and a second put that completes. */
public abstract class BrokenLineContract {

    private static final int SIZE = 150_000;
    private static final Set<String> LINE_CODES = Set.of("GW-MAIL-011", "GW-MAIL-012", "GW-MAIL-013");

    @TempDir
    Path folder;
    private Partner partner;
    private AgencyMailbox straight;
    private FaultyLine line;
    private int broken;

    protected abstract Partner partner(Path at) throws Exception;

    /** How many places per direction and way of breaking. */
    protected abstract int places();

    private record Fault(Break how, boolean up, long at) {
    }

    @BeforeEach
    void begins() throws Exception {
        partner = partner(folder);
        straight = partner.mailbox();
        line = new FaultyLine(partner.port());
    }

    @AfterEach
    void ends() throws IOException {
        line.close();
        partner.close();
    }

    @Test
    @Timeout(300)
    void after_each_break_look_tells_the_truth_and_a_second_put_completes_once() throws Exception {
        List<Fault> faults = faults();
        for (int i = 0; i < faults.size(); i++) {
            suffer(faults.get(i), Partner.consignment(folder, "D-" + i, SIZE));
        }
        assertThat(broken).as("breaks that were met").isGreaterThan(faults.size() * 9 / 10);
    }

    /** Spread over the whole put, and closer together at its end, where renames and answers are. */
    private List<Fault> faults() throws Exception {
        partner.mailboxThrough(line.port()).put(Partner.consignment(folder, "D-free", SIZE), (rung, evidence) -> { });
        long up = line.up();
        long down = line.down();
        var random = new Random(20260318);
        var faults = new ArrayList<Fault>();
        for (Break how : Break.values()) {
            int many = how == Break.STALL ? Math.max(2, places() / 8) : places();
            for (int i = 0; i < many; i++) {
                faults.add(new Fault(how, true, place(up, i, many, random)));
                faults.add(new Fault(how, false, place(down, i, many, random)));
            }
        }
        return faults;
    }

    private static long place(long whole, int i, int many, Random random) {
        if (i % 2 == 0) {
            return whole * i / many + random.nextInt(500);
        }
        return whole - 1 - random.nextLong(Math.min(whole - 1, 3000));
    }

    private void suffer(Fault fault, Consignment load) throws Exception {
        line.heal();
        line.arm(fault.how(), fault.up(), fault.at());
        Set<Rung> climbed = EnumSet.noneOf(Rung.class);
        long begun = System.nanoTime();
        boolean green = isGreen(partner.mailboxThrough(line.port()), load, climbed, fault);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("%s", fault).isLessThan(Duration.ofSeconds(15));
        broken += line.isBroken() ? 1 : 0;
        line.heal();
        var before = truth(load);
        Whereabouts seen = straight.look(load);
        assertThat(List.of(before, truth(load))).as("%s", fault).contains(seen);
        assertThat(climbed.contains(Rung.RENAMED)).as("%s renamed", fault).isIn(false,
                seen == Whereabouts.PARCEL_ONLY || seen == Whereabouts.COMPLETE);
        assertThat(green).as("%s green", fault).isIn(false, seen == Whereabouts.COMPLETE);
        straight.put(load, (rung, evidence) -> { });
        assertThat(straight.look(load)).as("%s", fault).isEqualTo(Whereabouts.COMPLETE);
        assertThat(ofThis(load)).as("%s", fault).containsExactlyInAnyOrderEntriesOf(Map.of(
                load.parcel().name(), load.parcel().sha256(), load.manifest().name(), load.manifest().sha256()));
    }

    private static boolean isGreen(AgencyMailbox mailbox, Consignment load, Set<Rung> climbed, Fault fault) {
        try {
            mailbox.put(load, (rung, evidence) -> climbed.add(rung));
            return true;
        } catch (MailboxFailure e) {
            assertThat(e.code()).as("%s: %s", fault, e.getMessage()).isIn(LINE_CODES);
            assertThat(e.isPassing()).isTrue();
            assertThat(climbed).doesNotContain(Rung.MANIFEST_SENT);
            return false;
        }
    }

    private Map<String, String> ofThis(Consignment load) throws IOException {
        var standing = partner.standing(load);
        standing.keySet().removeIf(name -> !name.startsWith(load.delivery() + ".")
                && !name.startsWith(".part-" + load.delivery() + ".") && !name.equals(".part-" + load.delivery()));
        return standing;
    }

    /** What stands on the agency's disk, judged without the code under test. */
    private Whereabouts truth(Consignment load) throws IOException {
        Map<String, String> standing = ofThis(load);
        boolean parcel = load.parcel().sha256().equals(standing.get(load.parcel().name()));
        boolean manifest = load.manifest().sha256().equals(standing.get(load.manifest().name()));
        if (parcel) {
            return manifest ? Whereabouts.COMPLETE : Whereabouts.PARCEL_ONLY;
        }
        return standing.isEmpty() ? Whereabouts.ABSENT : Whereabouts.PART_ONLY;
    }
}
