package io.graceway.edge.store.console;

import io.graceway.edge.store.Rows;
import io.graceway.edge.store.back.MessageFields;
import io.graceway.edge.store.console.SqlConsoleView.StepOf;
import io.graceway.face.console.ConsoleView.Fact;
import io.graceway.face.console.ConsoleView.Step;
import io.graceway.face.console.account.AccountView;
import io.graceway.face.console.list.Lists.Listing;
import io.graceway.journey.account.AccountKey;
import io.graceway.journey.account.DocumentLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Everything about one account, by the definitions of the tables that it stands in; every question has an index. */
public final class SqlAccountView implements AccountView {

    private static final int MOST = 500;
    private static final String KEY = "source = ? and number = ? and currency = ?";
    private static final List<String> OF_ACCOUNT = List.of("notices", "placements", "postings");
    private static final List<String> OF_PLACEMENT = List.of("recalls", "payments", "direct-payments", "arrangements",
            "activities", "news", "erasures");

    private final JdbcTemplate jdbc;

    public SqlAccountView(DataSource source) {
        this.jdbc = new JdbcTemplate(source);
    }

    @Override
    public Optional<Known> known(AccountKey account) {
        Object[] key = {account.source(), account.number().value(), account.currency()};
        About own = about(Definitions.of("accounts"), KEY, key);
        if (own.rows().isEmpty()) {
            return Optional.empty();
        }
        About terms = about(Definitions.TERMS, KEY, key);
        List<String> placements = texts(terms, "placement");
        List<About> happened = new ArrayList<>(OF_ACCOUNT.stream().map(name -> about(Definitions.of(name), KEY, key))
                .toList());
        happened.add(about(Definitions.CASES, "source = ? and number = ?", key[0], key[1]));
        Stream.concat(OF_PLACEMENT.stream().map(Definitions::of), Stream.of(Definitions.MESSAGES)).forEach(one ->
                happened.add(new About(listing(one), Rows.in(jdbc, "select * from " + one.from() + " where placement",
                        placements, (row, i) -> SqlLists.cells(one, row)).stream().limit(MOST).toList())));
        return Optional.of(new Known(own, terms, ladders(texts(terms, "delivery")), happened));
    }

    private About about(Definition one, String where, Object... key) {
        return new About(listing(one), jdbc.query("select * from " + one.from() + " where " + where + " order by "
                + one.orderBy() + " limit " + MOST, (row, i) -> SqlLists.cells(one, row), key));
    }

    private static Listing listing(Definition one) {
        return new Listing(one.name(), one.columns());
    }

    private static List<String> texts(About about, String column) {
        List<String> names = about.listing().columns().stream().map(one -> one.name()).toList();
        return about.rows().stream().map(row -> row.get(names.indexOf(column)).toString()).filter(one ->
                !one.isEmpty()).toList();
    }

    private Map<String, List<Step>> ladders(List<String> deliveries) {
        return Rows.in(jdbc, "select * from delivery_step where delivery", deliveries, StepOf::read).stream()
                .sorted(Comparator.comparing(StepOf::number)).collect(Collectors.groupingBy(StepOf::delivery,
                        Collectors.mapping(StepOf::step, Collectors.toList())));
    }

    @Override
    public Optional<Message> message(String table, String agency, String kind, String number) {
        if ((agency + kind + number).indexOf(0) >= 0) {
            return Optional.empty();
        }
        String with = " x join placement p on p.placement = x.placement where x.agency = ? and ";
        String activity = "select x.document, x.content, p.source, p.number, p.currency from activity" + with
                + "x.event = ? and x.document <> ''";
        String news = "select x.document, x.content, p.source, p.number, p.currency from news" + with
                + "x.message = ? and x.kind = ? and x.document <> ''";
        String ours = "select x.fields as document, '' as content, p.source, p.number, p.currency from agency_message"
                + with + "x.id = ? and x.fields <> ''";
        return switch (table) {
            case "activities" -> first(activity, agency, number);
            case "news" -> first(news, agency, number, kind);
            case "messages" -> first(ours, agency, number);
            default -> Optional.empty();
        };
    }

    private Optional<Message> first(String sql, Object... arguments) {
        return jdbc.query(sql, SqlAccountView::message, arguments).stream().findFirst();
    }

    private static Message message(ResultSet row, int ignored) throws SQLException {
        DocumentLine line = MessageFields.decode(row.getString("document"));
        List<Fact> fields = new ArrayList<>(List.of(new Fact("record", line.record(), false)));
        line.fields().forEach((name, value) -> fields.add(new Fact(name, value.toString(), false)));
        return new Message(Rows.key(row).toString(), fields, row.getString("content"));
    }
}
