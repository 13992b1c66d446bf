package io.graceway.edge.store.inbox;

import io.graceway.audit.RoutingEntry;
import io.graceway.journey.account.DocumentLine;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.report.Fields;
import io.graceway.journey.placement.report.LineFault;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes an agency's word for a tone, only when it echoes the very bytes of one of ours. */
final class ToneBook {

    private final JdbcTemplate jdbc;
    private final List<BrandTone> tones;
    private final Taking taking;

    ToneBook(JdbcTemplate jdbc, List<BrandTone> tones, Taking taking) {
        this.jdbc = jdbc;
        this.tones = tones;
        this.taking = taking;
    }

    void accept(DocumentLine line) {
        taking.read(line, "tone", one -> {
            Fields fields = new Fields(one);
            String echoed = fields.id("profile") + "@" + fields.id("version");
            return tones.stream().filter(tone -> tone.toString().equals(echoed) && tone.sha256()
                    .equals(one.text("sha256")))
                    .findFirst().orElseThrow(() -> new LineFault("sha256", "GW-REM-025",
                    "no tone of ours has this profile, "
                            + "version and hash; echo the values of the profile that came with the parcel"));
        }).ifPresent(this::accept);
    }

    private void accept(BrandTone tone) {
        String agency = taking.agency().id();
        long known = jdbc.queryForObject("select count(*) from tone_acceptance where agency = ? and profile = ? and "
                + "version = ? and sha256 = ?", Long.class, agency, tone.profile(), tone.version(), tone.sha256());
        if (known > 0) {
            taking.answer().repeated();
            return;
        }
        jdbc.update(
                "insert into tone_acceptance (agency, profile, version, sha256, accepted_on) values (?, ?, ?, ?, ?)",
                agency, tone.profile(), tone.version(), tone.sha256(),
                taking.file().at().atZone(taking.agency().zone()).toLocalDate());
        taking.effects().log(RoutingEntry.of(taking.file().at(), "placement.tone-accepted", tone.toString(), "agency",
                agency, "sha256", tone.sha256(), "file", taking.file().sha256()));
    }
}
