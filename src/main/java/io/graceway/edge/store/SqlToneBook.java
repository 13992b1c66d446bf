package io.graceway.edge.store;

import io.graceway.journey.account.Ids;
import io.graceway.journey.placement.BrandTone;
import io.graceway.journey.placement.Outgoing;
import io.graceway.journey.placement.OutgoingBook;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brand tones that an agency has neither accepted nor been sent: without their acceptance it gets no account. */
public final class SqlToneBook implements OutgoingBook {

    private final JdbcTemplate jdbc;
    private final List<BrandTone> tones;

    public SqlToneBook(DataSource source, Collection<BrandTone> tones) {
        this.jdbc = new JdbcTemplate(source);
        this.tones = tones.stream().sorted(Comparator.comparing(BrandTone::profile)).toList();
    }

    @Override
    public Optional<Outgoing> next(String agency, Collection<String> given) {
        return tones.stream().filter(tone -> !given.contains(id(agency, tone)) && !isSent(agency, tone)).findFirst().map(tone ->
                new Outgoing(id(agency, tone), agency, "tone", List.of(tone), into -> { }));
    }

    private boolean isSent(String agency, BrandTone tone) {
        return jdbc.queryForObject("select count(*) from delivery where id = ?", Integer.class, id(agency, tone)) > 0;
    }

    private static String id(String agency, BrandTone tone) {
        return Ids.of("D", agency, "tone", tone.sha256());
    }
}
