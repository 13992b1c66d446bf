package io.graceway.edge.store.back;

import static org.assertj.core.api.Assertions.assertThat;

import io.graceway.edge.store.Databases;
import io.graceway.edge.store.back.SqlMessages.Bundle;
import io.graceway.edge.store.back.SqlMessages.Group;
import io.graceway.journey.account.DocumentLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Databases.class)
class SqlMessagesTest {

    @Parameter
    Databases databases;

    private House house;
    private SqlMessages messages;

    @BeforeEach
    void aFewMessages() {
        house = new House(databases);
        messages = new SqlMessages(house.store, house.transaction);
        add("m1", "northgate", "recall", "", "r1");
        add("m2", "northgate", "reject", "f1", "a1");
        add("m3", "harbour", "recall", "", "r2");
        add("m4", "northgate", "reject", "f2", "a2");
        add("m5", "northgate", "recall", "", "r3");
        add("m6", "northgate", "reject", "f1", "a3");
    }

    @Test
    void an_answers_lines_leave_together_and_other_messages_as_they_come() {
        assertThat(messages.waiting()).containsExactly(new Group("northgate", "recall", ""), new Group("northgate",
                "reject", "f1"),
                new Group("harbour", "recall", ""), new Group("northgate", "reject", "f2"));
        assertThat(claim()).isEqualTo("recall r1 r3");
        assertThat(claim()).isEqualTo("reject a1 a3");
        assertThat(claim()).isEqualTo("reject a2");
        assertThat(messages.next("northgate")).isEmpty();
        assertThat(messages.waiting()).containsExactly(new Group("harbour", "recall", ""));
    }

    @Test
    void after_a_crash_the_same_bundle_comes_again_until_a_delivery_has_it() {
        Bundle first = messages.next("northgate").orElseThrow();
        add("m7", "northgate", "recall", "", "r4");
        assertThat(messages.next("northgate")).contains(first);
        assertThat(messages.waiting()).contains(new Group("northgate", "recall", ""));
        delivered(first.delivery());
        assertThat(claim()).isEqualTo("reject a1 a3");
        assertThat(claim()).isEqualTo("reject a2");
        assertThat(claim()).isEqualTo("recall r4");
    }

    @Test
    void what_was_given_already_stands_aside_until_it_is_written_down() {
        Bundle first = messages.next("northgate").orElseThrow();
        Bundle second = messages.next("northgate", List.of(first.delivery())).orElseThrow();
        assertThat(second.delivery()).isNotEqualTo(first.delivery());
        assertThat(messages.next("northgate", List.of(second.delivery()))).contains(first);
        assertThat(messages.next("northgate", List.of(first.delivery(), second.delivery())).orElseThrow().lines())
                .extracting(line -> line.text("text")).containsExactly("a2");
    }

    @Test
    void an_agency_never_gets_anothers_messages() {
        assertThat(messages.next("nobody")).isEmpty();
        assertThat(messages.next("harbour").orElseThrow().lines()).extracting(line -> line.text("text"))
                .containsExactly("r2");
    }

    @Test
    void every_field_comes_back_as_it_was() {
        DocumentLine line = new DocumentLine(7, "answer", java.util.Map.of("text", "s\u00e4\"\n\\", "amount",
                new BigDecimal("10.00"),
                "day", LocalDate.of(2026, 5, 4), "time", LocalDateTime.of(2026, 5, 4, 1, 2), "at", House.NOON,
                "flag", true,
                "count", 5L, "empty", ""));
        assertThat(MessageFields.decode(MessageFields.encode(line))).usingRecursiveComparison().isEqualTo(line);
    }

    private String claim() {
        Optional<Bundle> bundle = messages.next("northgate");
        bundle.ifPresent(one -> delivered(one.delivery()));
        return bundle.map(one -> one.document() + String.join("", one.lines().stream().map(line -> " "
                + line.text("text"))
                .toList())).orElse("");
    }

    private void add(String id, String agency, String document, String bundle, String text) {
        house.jdbc.update(
                "insert into agency_message (id, agency, document, placement, bundle, fields) values (?, ?, ?, '', "
                + "?, ?)",
                id, agency, document, bundle, MessageFields.encode(DocumentLine.of(document, "text", text)));
    }

    private void delivered(String id) {
        house.jdbc.update(
                "insert into delivery values (?, 'northgate', '', '', '', '', 1, '', '', 1, '', 2, '', 1, ?, '', ?, "
                + "null, null)",
                id,
                Instant.EPOCH.atOffset(ZoneOffset.UTC), Instant.EPOCH.atOffset(ZoneOffset.UTC));
    }
}
