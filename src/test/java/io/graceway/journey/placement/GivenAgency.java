package io.graceway.journey.placement;

import io.graceway.journey.account.DebtorType;
import io.graceway.journey.account.Place;
import io.graceway.journey.delinquency.Channel;
import io.graceway.journey.delinquency.DebtKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An agency for tests: as it begins it may have any consumer's trade debt in the United States during 2026. */
public final class GivenAgency {

    public static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    public static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);

    private final String id;
    private final List<Credential> credentials = new ArrayList<>();
    private List<String> required = List.of();
    private Set<DebtorType> types = Set.of(DebtorType.CONSUMER);
    private Set<DebtKind> kinds = Set.of(DebtKind.TRADE);
    private Set<String> currencies = Set.of("USD");
    private int capacity = 1_000;
    private int share = 1;
    private List<Integer> tiers = List.of(FeeSchedule.ANY_TIER);

    private GivenAgency(String id) {
        this.id = id;
    }

    public static GivenAgency named(String id) {
        return new GivenAgency(id).with("LICENCE", "US", FROM, UNTIL);
    }

    static GivenAgency unlicensed(String id) {
        return new GivenAgency(id);
    }

    GivenAgency with(String type, String place, LocalDate from, LocalDate until, DebtKind... only) {
        credentials.add(credential(type, place, from, until, only));
        return this;
    }

    GivenAgency with(Credential... more) {
        credentials.addAll(List.of(more));
        return this;
    }

    static Credential credential(String type, String place, LocalDate from, LocalDate until, DebtKind... only) {
        return new Credential(type, "issuer", type + "-1", Optional.ofNullable(place).map(Place::of), Set.of(only),
                from, until, "00");
    }

    GivenAgency requires(String... more) {
        required = List.of(more);
        return this;
    }

    GivenAgency takes(Set<DebtorType> some, Set<DebtKind> what, Set<String> money) {
        types = some;
        kinds = what;
        currencies = money;
        return this;
    }

    public GivenAgency capacity(int most) {
        capacity = most;
        return this;
    }

    public GivenAgency share(int part) {
        share = part;
        return this;
    }

    GivenAgency tiers(Integer... worked) {
        tiers = List.of(worked);
        return this;
    }

    public Agency agency() {
        return new Agency(id, id, new Vetting(credentials, required), types, kinds, currencies, capacity, share, "csv",
                Agency.Cutoff.daily(LocalTime.of(17, 0)), ZoneId.of("UTC"), new Agency.Terms(
                new FeeSchedule(tiers.stream().map(one -> new FeeSchedule.Step(one, 0, BigDecimal.ZERO, 2_500))
                .toList()), Agency.Basis.NET, true, 5, 30));
    }

    public static BrandTone tone(int version, String json) {
        return new BrandTone("acme", version, json.getBytes(StandardCharsets.UTF_8), new BrandTone.Limits(
                Set.of(Channel.LETTER), BigDecimal.valueOf(9), BigDecimal.valueOf(19), Set.of(7), 2, 7, List.of()),
                List.of());
    }

    public static ToneAcceptance accepts(String agency, BrandTone tone) {
        return new ToneAcceptance(agency, tone.profile(), tone.version(), tone.sha256(), FROM);
    }
}
