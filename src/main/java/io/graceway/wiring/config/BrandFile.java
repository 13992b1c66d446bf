package io.graceway.wiring.config;

import io.graceway.journey.delinquency.Channel;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** {@code partner-config/brands/<id>.yaml}: how a brand treats its customers, in house and through others. */
public record BrandFile(String legalName, String displayName, InHouse inHouse, List<Contract> contract, Notice notice,
                        Tone tone) {

    /** The brand's own policy before anybody leaves. */
    public record InHouse(int windowDays, int attempts, int channels, int attemptsADay,
                          boolean reasonsHold, Map<String, BigDecimal> balanceFrom,
                          Hours contactHours, LocalDate since, int version) {
    }

    /** Local hours; halves are half hours. */
    public record Hours(BigDecimal from, BigDecimal until) {
    }

    /** A value that a contract asks for. */
    public record Contract(String id, int version, String parameter, BigDecimal value, String currency, LocalDate from,
                           LocalDate until, String citation) {
    }

    /** How the brand warns. */
    public record Notice(String template, int templateVersion, List<Channel> channels, int lastChanceDays,
            int bounceDays,
                         int postDays, List<LocalDate> noPostOn, boolean shareEmail, List<String> banned,
                                 String contact,
                         String howToPay) {
    }

    /** How whoever speaks for the brand has to speak. */
    public record Tone(int version, List<Channel> channels, Hours hours, List<DayOfWeek> daysOff, Contacts contacts,
                       List<String> forbidden, List<String> templates, List<String> feeCodes,
                       List<String> mustOffer, Integer forwardWithinHours, List<Section> sections) {
    }

    /** Most contacts to a person within so many consecutive days. */
    public record Contacts(int most, int withinDays) {
    }

    /** One heading of the readable profile and its sentences. */
    public record Section(String heading, List<String> sentences) {
    }
}
